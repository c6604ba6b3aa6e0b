/** Any list of commands as one program. Which commands there are is said by `program.ts` and `operations.ts`. */
import { Command, CommanderError } from 'commander';
import { projectVersion } from '../host/project.ts';
import { groupOf, helpStyle } from './help.ts';
import { type Io, type Run, type Subcommand, UsageError } from './subcommand.ts';

const USAGE = 2;

export interface CommandList {
  description: string;
  commands: readonly Subcommand[];
  /** Told after the list. */
  help: string;
}

/** Runs one command line (without `node baraza`) and gives the exit code. */
export async function runCommands(list: CommandList, words: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const program = programOf(list, io, async (work) => {
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
export function programOf({ description, commands, help }: CommandList, io: Io, run: Run): Command {
  const program = new Command('npx baraza')
    .usage('<command> [options]')
    .description(description)
    .version(projectVersion(), '-V, --version', 'say which Baraza this is')
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
    .addHelpText('after', help);
  for (const subcommand of commands) subcommand.addTo(program, run);
  for (const command of program.commands) {
    const name = command.name();
    command.helpGroup(`${groupOf(name)}:`);
    command.showHelpAfterError(`(\`npx baraza help ${name}\` shows what it can do.)`);
  }
  return program;
}
