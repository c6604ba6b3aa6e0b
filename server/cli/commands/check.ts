/** `baraza check [cases]`. */
import { Option } from 'commander';
import { check } from '../check.ts';
import { watchCases } from '../check-watch.ts';
import { withExamples } from '../help.ts';
import { type Format, FORMATS, type Subcommand, UsageError } from '../subcommand.ts';

interface Options {
  format: Format;
  watch?: true;
}

export const checkCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('check')
        .description('every finding of the cases, as file:line:col, with what to do about it')
        .argument('[cases...]', 'folders of cases, or folders that hold them; the project’s own when left out')
        .option('-w, --watch', 'check again whenever a file is saved, until Ctrl-C')
        .addOption(new Option('--format <format>', 'how to answer').choices(FORMATS).default('text'))
        .action((paths: string[], { format, watch }: Options) =>
          run((io) => {
            if (watch && format === 'json') throw new UsageError('`--watch` is for eyes: leave `--format json` out.');
            return watch ? watchCases({ paths, io }) : check({ paths, format, io });
          }),
        ),
      'What can be known from the text is said before a class meets it: all findings at once, with their remedies.',
      [
        ['check', 'every case of the project'],
        ['check my-case --watch', 'one case, again with every save'],
        ['check --format json', 'for other tools'],
        ['explain UNKNOWN_ID', 'what a finding means, with a wrong and a right example'],
      ],
    );
  },
};
