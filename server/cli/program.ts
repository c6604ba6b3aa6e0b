/** `baraza` with everything that can be asked of it. `start` and `dev` are run by `baraza.mjs`: they must work before an install. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { bookCommand } from './commands/book.ts';
import { checkCommand } from './commands/check.ts';
import { graphCommand } from './commands/graph.ts';
import { explainCommand } from './commands/explain.ts';
import { newCommand } from './commands/new.ts';
import { previewCommand } from './commands/preview.ts';
import { printCommand } from './commands/print.ts';
import { schemaCommand } from './commands/schema.ts';
import { devCommand, startCommand } from './commands/serve.ts';
import { groupOf, helpStyle, PROGRAM_HELP } from './help.ts';
import { simulateCommand } from './commands/simulate.ts';
import { testCommand } from './commands/test.ts';
import { translateCommand } from './commands/translate.ts';
import { type Io, type Run, type Subcommand, UsageError } from './subcommand.ts';

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
/** Only their help is told here. */
const OF_CLASSES: readonly Subcommand[] = [startCommand, devCommand];

const USAGE = 2;

/** Runs one command line (without `node baraza`) and gives the exit code. */
export async function runProgram(words: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const program = createProgram(io, async (work) => {
    try {
      exitCode = await work(io);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.note(`baraza: ${error.message}\n`);
      exitCode = USAGE;
    }
  });
  try {
    await program.parseAsync([...(words.length === 0 ? ['--help'] : words)], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : USAGE;
  }
  return exitCode;
}

/** All commands with their help, for one terminal. */
export function createProgram(io: Io, run: Run): Command {
  const program = new Command('npx baraza')
    .usage('<command> [options]')
    .description(
      'Baraza: cases for multi-agency exercises, written in plain text and trusted before a class sees them.',
    )
    .version(version(), '-V, --version', 'say which Baraza this is')
    .helpOption('-h, --help', 'say what can be asked')
    .helpCommand('help [command]', 'say what a command is for, with examples')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(`npx baraza help` lists what can be asked.)')
    .configureHelp(helpStyle(io.colour))
    .configureOutput({
      writeOut: (text) => io.write(text),
      writeErr: (text) => io.note(text),
      getOutHasColors: () => io.colour,
      outputError: (text, write) => write(text.replace(/^error: /, 'baraza: ')),
    })
    .addHelpText('after', PROGRAM_HELP);
  for (const subcommand of [...SUBCOMMANDS, ...OF_CLASSES]) subcommand.addTo(program, run);
  for (const command of program.commands) {
    const name = command.name();
    command.helpGroup(`${groupOf(name)}:`);
    command.showHelpAfterError(`(\`npx baraza help ${name}\` shows what it can do.)`);
  }
  return program;
}

function version(): string {
  const read: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return (read as { version: string }).version;
}
