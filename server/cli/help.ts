/** The layout of the help of `npx baraza`: groups, examples, exit codes, colours. */
import type { Command, HelpConfiguration } from 'commander';

export const AUTHORS = 'Writing cases';
export const TRAINERS = 'Running a class';

/** The help group per command; every other command belongs to the authors' group. */
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

/** Bold titles. Commander removes the colours if the output has none. */
export const helpStyle = (colour: boolean): HelpConfiguration => ({
  styleTitle: colour ? bold : plain,
  styleSubcommandTerm: plain,
  showGlobalOptions: false,
});

export const PROGRAM_HELP = `
First steps
  npx baraza new my-case            create a case that you can play at once
  npx baraza check my-case --watch  show every finding while you write
  npx baraza help check             explain one command, with examples

Exit codes
  0  success      1  findings, or a playthrough that fails         2  wrong arguments, or the command could not run

\`--format json\` writes results for other tools. Output has colours only on a terminal; NO_COLOR=1 turns them off.
Settings of the server (PORT, HOST, BARAZA_DATA …): npx baraza help start. Guide for authors: docs/authoring/README.md
`;

/** Adds one line on the purpose of a command, and examples. */
export function withExamples(
  command: Command,
  why: string,
  examples: readonly [type: string, does: string][],
): Command {
  const width = Math.max(...examples.map(([type]) => type.length));
  const lines = examples.map(([type, does]) => `  npx baraza ${type.padEnd(width)}  ${does}`);
  return command.addHelpText('before', `${why}\n`).addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
