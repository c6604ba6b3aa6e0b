/** `baraza explain [CODE]`. */
import { Option } from 'commander';
import { explain, explainAll, explainedList, explainedText } from '../explain.ts';
import { withExamples } from '../help.ts';
import { type Format, FORMATS, type Subcommand } from '../subcommand.ts';

export const explainCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('explain')
        .description('what a finding means and how to mend it, with a wrong and a right example')
        .argument('[CODE]', 'the code that `check` shows, in any case; all of them when left out')
        .addOption(new Option('--format <format>', 'how to answer').choices(FORMATS).default('text'))
        .action((code: string | undefined, { format }: { format: Format }) =>
          run(async (io) => {
            const told = code === undefined ? explainAll() : explain(code);
            if (format === 'json') io.write(`${JSON.stringify(told, undefined, 2)}\n`);
            else io.write(Array.isArray(told) ? explainedList(told, io) : explainedText(told, io));
            return 0;
          }),
        ),
      'The line of the checker says what is wrong; this says why it matters, and shows it right.',
      [
        ['explain', 'every finding in one line'],
        ['explain UNKNOWN_ID', 'one of them, with its examples'],
      ],
    );
  },
};
