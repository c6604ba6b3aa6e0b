/** How the help of `npx baraza` looks: who does what, examples, exit codes, colours. */
import type { Command, HelpConfiguration } from 'commander';

export const AUTHORS = 'An author’s day';
export const TRAINERS = 'Running a class';

/** In the order of a day. A command that is not named here stands with the authors' ones. */
const GROUPS: Readonly<Record<string, string>> = {
  start: TRAINERS,
  dev: TRAINERS,
  doctor: TRAINERS,
  backup: TRAINERS,
  restore: TRAINERS,
  export: TRAINERS,
  erase: TRAINERS,
  retention: TRAINERS,
  audit: TRAINERS,
  token: TRAINERS,
};
export const groupOf = (command: string): string => GROUPS[command] ?? AUTHORS;

const ESC = '\u001b[';
const paint =
  (code: number) =>
  (text: string): string =>
    `${ESC}${code}m${text}${ESC}0m`;
export const bold = paint(1);
export const dim = paint(2);

const plain = (text: string): string => text;

/** Titles bold, words to type as they are, everything else quiet. Commander takes the colours off where there are none. */
export const helpStyle = (colour: boolean): HelpConfiguration => ({
  styleTitle: colour ? bold : plain,
  styleSubcommandTerm: plain,
  showGlobalOptions: false,
});

export const PROGRAM_HELP = `
Begin
  npx baraza new my-case            a case that runs, to be made your own
  npx baraza check my-case --watch  every finding while you write
  npx baraza help check             what one command can do, with examples

How a command ends (exit code)
  0  clean        1  findings, or a play that does not hold        2  the command could not be done as it was written

\`--format json\` gives results to other tools. Colour only on a terminal; NO_COLOR=1 turns it off.
Settings of the server (PORT, HOST, BARAZA_DATA …): npx baraza help start. Where to begin to read: docs/authoring/README.md
`;

/** The one-line why of a command, and what to type. */
export function withExamples(
  command: Command,
  why: string,
  examples: readonly [type: string, does: string][],
): Command {
  const width = Math.max(...examples.map(([type]) => type.length));
  const lines = examples.map(([type, does]) => `  npx baraza ${type.padEnd(width)}  ${does}`);
  return command.addHelpText('before', `${why}\n`).addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
