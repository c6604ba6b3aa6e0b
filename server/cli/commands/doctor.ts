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
        .description('check everything a class depends on; shows remedies, the address and its QR code')
        .option('--data <folder>', 'the data folder (default: BARAZA_DATA, else ./data)')
        .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('text'))
        .action(({ data, format }: { data?: string; format: Format }) => run((io) => doctor({ data, format, io }))),
      'Run it a quarter of an hour before class. Each check prints one line, and a remedy if something is wrong.',
      [
        ['doctor', 'before the first start, or while the server runs'],
        ['doctor --format json', 'for other tools; exits with 1 if something must be fixed'],
      ],
    );
  },
};
