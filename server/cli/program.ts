/** `baraza` with everything that can be asked of it. `start` and `dev` are run by `baraza.mjs`: they must work before an install. */
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

/** In the order of an author's day. */
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
/** Only the help of the first two is told here. */
const OF_CLASSES: readonly Subcommand[] = [startCommand, devCommand, ...OPERATIONS];

const EVERYTHING: CommandList = {
  description: 'Baraza: cases for multi-agency exercises, written in plain text and trusted before a class sees them.',
  commands: [...SUBCOMMANDS, ...OF_CLASSES],
  help: PROGRAM_HELP,
};

/** Runs one command line (without `node baraza`) and gives the exit code. */
export const runProgram = (words: readonly string[], io: Io): Promise<number> => runCommands(EVERYTHING, words, io);

/** All commands with their help, for one terminal. */
export const createProgram = (io: Io, run: Run): Command => programOf(EVERYTHING, io, run);
