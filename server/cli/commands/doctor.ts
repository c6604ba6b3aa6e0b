/** `baraza doctor`. */
import { Option } from 'commander';
import { doctor } from '../doctor/doctor.ts';
import { withExamples } from '../help.ts';
import { type Format, FORMATS, type Subcommand } from '../subcommand.ts';

export const doctorCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('doctor')
        .description('look at everything a class depends on, and say what to do; shows the address and its QR')
        .option('--data <folder>', 'the data folder (BARAZA_DATA, else ./data)')
        .addOption(new Option('--format <format>', 'how to answer').choices(FORMATS).default('text'))
        .action(({ data, format }: { data?: string; format: Format }) => run((io) => doctor({ data, format, io }))),
      'A quarter of an hour before the class: one line a check, and under each that is not well what to do.',
      [
        ['doctor', 'before the first start, or beside a running server'],
        ['doctor --format json', 'for other tools; ends with 1 where something must be mended'],
      ],
    );
  },
};
