/** `baraza` with everything an author can ask of it. `start` and `dev` are in `baraza.mjs`: they must work before an install. */
import { Command, CommanderError } from 'commander';
import { checkCommand } from './commands/check.ts';
import { schemaCommand } from './commands/schema.ts';
import { type Io, type Run, type Subcommand, UsageError } from './subcommand.ts';

/** In the order of an author's day. */
export const SUBCOMMANDS: readonly Subcommand[] = [checkCommand, schemaCommand];

const USAGE = 2;

/** Runs one command line (without `node baraza`) and gives the exit code. */
export async function runProgram(words: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const run: Run = async (work) => {
    try {
      exitCode = await work(io);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.note(`baraza: ${error.message}\n`);
      exitCode = USAGE;
    }
  };
  const program = new Command('baraza')
    .description('Write, check, preview, simulate, test, translate and print cases.')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => io.write(text), writeErr: (text) => io.note(text) });
  for (const subcommand of SUBCOMMANDS) subcommand.addTo(program, run);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : USAGE;
  }
  return exitCode;
}
