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
        .description('list the findings of cases as file:line:col, with remedies')
        .argument('[cases...]', 'folders or names of cases, or folders that hold cases (default: the project’s cases)')
        .option('-w, --watch', 'check again after every save, until Ctrl-C')
        .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('text'))
        .action((paths: string[], { format, watch }: Options) =>
          run((io) => {
            if (watch && format === 'json')
              throw new UsageError('`--watch` prints text only: leave out `--format json`.');
            return watch ? watchCases({ paths, io }) : check({ paths, format, io });
          }),
        ),
      'Finds the errors of a case before a class plays it: all findings at once, with their remedies.',
      [
        ['check', 'every case of the project'],
        ['check my-case --watch', 'one case, again after every save'],
        ['check --format json', 'for other tools'],
        ['explain UNKNOWN_ID', 'what a finding means, with a wrong and a right example'],
      ],
    );
  },
};
