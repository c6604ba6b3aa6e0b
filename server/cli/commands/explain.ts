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
        .description('explain a finding and its remedy, with a wrong and a right example')
        .argument('[CODE]', 'the code that `check` prints, upper or lower case (default: list all codes)')
        .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('text'))
        .action((code: string | undefined, { format }: { format: Format }) =>
          run(async (io) => {
            const found = code === undefined ? explainAll() : explain(code);
            if (format === 'json') io.write(`${JSON.stringify(found, undefined, 2)}\n`);
            else io.write(Array.isArray(found) ? explainedList(found, io) : explainedText(found, io));
            return 0;
          }),
        ),
      '`check` prints what is wrong; `explain` says why it matters and shows a correct example.',
      [
        ['explain', 'all findings, one line each'],
        ['explain UNKNOWN_ID', 'one finding with its examples'],
      ],
    );
  },
};
