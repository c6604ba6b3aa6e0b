/** Runs a list of commands as one program; `program.ts` and `operations.ts` define the lists. */
import { Command, CommanderError } from 'commander';
import { projectVersion } from '../host/project.ts';
import { groupOf, helpStyle } from './help.ts';
import { type Io, type Run, type Subcommand, UsageError } from './subcommand.ts';

const EXIT_USAGE = 2;

export interface CommandList {
  description: string;
  commands: readonly Subcommand[];
  /** Text after the list of commands. */
  help: string;
}

/** Runs one command line (without `node baraza`) and returns the exit code. */
export async function runCommands(list: CommandList, words: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const program = programOf(list, io, async (work) => {
    try {
      exitCode = await work(io);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.note(`baraza: ${error.message}\n`);
      exitCode = EXIT_USAGE;
    }
  });
  try {
    await program.parseAsync([...(words.length === 0 ? ['--help'] : words)], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : EXIT_USAGE;
  }
  return exitCode;
}

/** The commander program with all commands of the list. */
export function programOf({ description, commands, help }: CommandList, io: Io, run: Run): Command {
  const program = new Command('npx baraza')
    .usage('<command> [options]')
    .description(description)
    .version(projectVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'explain a command, with examples')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(`npx baraza help` lists all commands.)')
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
    command.showHelpAfterError(`(\`npx baraza help ${name}\` explains this command.)`);
  }
  return program;
}
