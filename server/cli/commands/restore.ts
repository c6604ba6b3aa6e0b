/** `baraza restore FILE`. */
import { restoreFile } from '../backup/restore-file.ts';
import { withExamples } from '../help.ts';
import type { Subcommand } from '../subcommand.ts';

export const restoreCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('restore')
        .description('replace the stored data with a backup; the previous data is moved to another folder, not deleted')
        .argument('<file>', 'a file written by `baraza backup` or by the server')
        .option('--data <folder>', 'the data folder (default: BARAZA_DATA, else ./data)')
        .action((file: string, { data }: { data?: string }) => run((io) => restoreFile({ file, data, io }))),
      'Verifies the backup first: size, checksum and integrity of the database. Stop the server before.',
      [
        ['restore monday.baraza-backup', 'into ./data'],
        [
          'restore monday.baraza-backup --data /srv/baraza',
          'into another folder; then BARAZA_DATA=/srv/baraza npx baraza start',
        ],
      ],
    );
  },
};
