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
        .description('one file with everything that is kept; also while a class plays')
        .option('--to <file>', 'the file to make; among the server’s own backups when left out')
        .option('--data <folder>', 'the data folder (BARAZA_DATA, else ./data)')
        .option('--force', 'replace the file where it exists')
        .action(({ to, data, force }: Options) => run((io) => backupNow({ to, data, force: force === true, io }))),
      'The copy is of one moment, is checked, and says by its first line what it is. The class does not notice it.',
      [
        ['backup', 'data/backups/<time>.asked.baraza-backup'],
        ['backup --to /media/stick/monday.baraza-backup', 'onto a stick'],
        ['restore monday.baraza-backup', 'the way back, here or on another machine'],
      ],
    );
  },
};
