/** `baraza backup`. */
import { backupNow } from '../backup/backup-now.ts';
import { withExamples } from '../help.ts';
import type { Subcommand } from '../subcommand.ts';

interface Options {
  to?: string;
  data?: string;
  force?: true;
}

export const backupCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('backup')
        .description('write all stored data to one file, also while a class plays')
        .option('--to <file>', 'the file to write (default: a new file in the backup folder)')
        .option('--data <folder>', 'the data folder (default: BARAZA_DATA, else ./data)')
        .option('--force', 'replace an existing file')
        .action(({ to, data, force }: Options) => run((io) => backupNow({ to, data, force: force === true, io }))),
      'The backup is consistent and verified; its first line states what it holds. Running classes are not disturbed.',
      [
        ['backup', 'data/backups/<time>.asked.baraza-backup'],
        ['backup --to /media/stick/monday.baraza-backup', 'to a USB stick'],
        ['restore monday.baraza-backup', 'restores it, here or on another machine'],
      ],
    );
  },
};
