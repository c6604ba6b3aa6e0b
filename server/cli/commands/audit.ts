/** `baraza audit`. */
import { join } from 'node:path';
import { verifyAudit } from '../../audit/verify-audit.ts';
import { DATABASE_FILE, openTables } from '../../storage/open-sqlite.ts';
import { withExamples } from '../help.ts';
import { withData } from '../personal-data/open-data.ts';
import type { ExitCode, Io, Subcommand } from '../subcommand.ts';

interface Options {
  anchor?: string[];
  data?: string;
}

const FAULTS = {
  changed: 'was changed',
  missing: 'stands where another line is missing',
  'cut-off': 'is the last one, but there were more',
  rewritten: 'is not the one that a second place remembers',
} as const;

export const auditCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('audit')
        .description('whether the record of what trainers did is whole')
        .option(
          '--anchor <number:hash...>',
          'the end of the record as another place remembers it (a backup, a downloaded audit)',
        )
        .option('--data <folder>', 'the data folder (BARAZA_DATA, else ./data)')
        .action((options: Options) => run((io) => verify(options, io))),
      'Every line holds a hash of itself and of the line before; classes that ended, and backups, remember how far it went.',
      [
        ['audit', 'checks it; ends with 1 where a line was changed, removed or cut off'],
        ['audit --anchor 214:9f2c…', 'also against a line that you noted elsewhere'],
      ],
    );
  },
};

const verify = ({ anchor = [], data }: Options, io: Io): Promise<ExitCode> =>
  withData<ExitCode>({ data, io, instead: '`npx baraza doctor` checks it while it runs' }, async ({ folder }) => {
    const db = await openTables(join(folder, DATABASE_FILE));
    try {
      const found = await verifyAudit(db, anchor);
      if (found.ok) {
        io.write(
          `The audit is whole: ${found.lines} lines${found.last === undefined ? '' : `, the last is ${found.last}`}.\n`,
        );
        return 0;
      }
      io.write(`The audit is not whole: line ${found.seq} ${FAULTS[found.fault]}.\n`);
      return 1;
    } finally {
      await db.destroy();
    }
  });
