/** All commands of `npx baraza`. `baraza.mjs` runs `start` and `dev`, because they must work before an install. */
import type { Command } from 'commander';
import { bookCommand } from './commands/book.ts';
import { checkCommand } from './commands/check.ts';
import { graphCommand } from './commands/graph.ts';
import { explainCommand } from './commands/explain.ts';
import { newCommand } from './commands/new.ts';
import { previewCommand } from './commands/preview.ts';
import { printCommand } from './commands/print.ts';
import { schemaCommand } from './commands/schema.ts';
import { devCommand, startCommand } from './commands/serve.ts';
import { simulateCommand } from './commands/simulate.ts';
import { testCommand } from './commands/test.ts';
import { translateCommand } from './commands/translate.ts';
import { PROGRAM_HELP } from './help.ts';
import { OPERATIONS } from './operations-list.ts';
import { type CommandList, programOf, runCommands } from './run-commands.ts';
import type { Io, Run, Subcommand } from './subcommand.ts';

/** In the order in which an author uses them. */
export const SUBCOMMANDS: readonly Subcommand[] = [
  newCommand,
  checkCommand,
  explainCommand,
  graphCommand,
  previewCommand,
  simulateCommand,
  testCommand,
  translateCommand,
  bookCommand,
  printCommand,
  schemaCommand,
];
/** The first two have only their help here. */
const CLASS_COMMANDS: readonly Subcommand[] = [startCommand, devCommand, ...OPERATIONS];

const EVERYTHING: CommandList = {
  description: 'Baraza: write, check and run cases for multi-agency exercises.',
  commands: [...SUBCOMMANDS, ...CLASS_COMMANDS],
  help: PROGRAM_HELP,
};

/** Runs one command line (without `node baraza`) and returns the exit code. */
export const runProgram = (words: readonly string[], io: Io): Promise<number> => runCommands(EVERYTHING, words, io);

/** The commander program with all commands. */
export const createProgram = (io: Io, run: Run): Command => programOf(EVERYTHING, io, run);
