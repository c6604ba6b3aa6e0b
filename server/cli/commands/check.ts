/** `baraza check [cases]`. */
import { Option } from 'commander';
import { check } from '../check.ts';
import { type Format, FORMATS, type Subcommand } from '../subcommand.ts';

export const checkCommand: Subcommand = {
  addTo(program, run) {
    program
      .command('check')
      .description('every finding of the cases, as file:line:col, with what to do about it')
      .argument('[cases...]', 'folders of cases, or folders that hold them; the project’s own when left out')
      .addOption(new Option('--format <format>', 'how to answer').choices(FORMATS).default('text'))
      .action((paths: string[], options: { format: Format }) =>
        run((io) => check({ paths, format: options.format, write: io.write })),
      );
  },
};
