/** `baraza restore FILE`. */
import { restoreFile } from '../backup/restore-file.ts';
import { withExamples } from '../help.ts';
import type { Subcommand } from '../subcommand.ts';

export const restoreCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('restore')
        .description('put a backup in the place of what is kept; what was there is moved aside, not deleted')
        .argument('<file>', 'a file made by `baraza backup`, or by the server')
        .option('--data <folder>', 'the data folder (BARAZA_DATA, else ./data)')
        .action((file: string, { data }: { data?: string }) => run((io) => restoreFile({ file, data, io }))),
      'The backup is proved whole first: checksum, length, and the database’s own check. Stop the server before.',
      [
        ['restore monday.baraza-backup', 'into ./data'],
        [
          'restore monday.baraza-backup --data /srv/baraza',
          'somewhere else; then BARAZA_DATA=/srv/baraza npx baraza start',
        ],
      ],
    );
  },
};
