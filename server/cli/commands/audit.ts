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
  missing: 'follows a missing line',
  'cut-off': 'is the last, but more lines were written',
  rewritten: 'does not match an anchor',
} as const;

export const auditCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('audit')
        .description('verify the audit, the record of what trainers did')
        .option(
          '--anchor <number:hash...>',
          'number and hash of an audit line from another source (a backup, a downloaded audit)',
        )
        .option('--data <folder>', 'the data folder (default: BARAZA_DATA, else ./data)')
        .action((options: Options) => run((io) => verify(options, io))),
      'The hash of each line covers the line before. Ended classes and backups keep anchors: the number and hash of the last line.',
      [
        ['audit', 'exits with 1 if a line was changed or removed'],
        ['audit --anchor 214:9f2c…', 'also compares a line that you noted elsewhere'],
      ],
    );
  },
};

const verify = ({ anchor = [], data }: Options, io: Io): Promise<ExitCode> =>
  withData<ExitCode>(
    { data, io, instead: '`npx baraza doctor` verifies it while the server runs' },
    async ({ folder }) => {
      const db = await openTables(join(folder, DATABASE_FILE));
      try {
        const found = await verifyAudit(db, anchor);
        if (found.ok) {
          io.write(
            `The audit is intact: ${found.lines} lines${found.last === undefined ? '' : `, the last one is ${found.last}`}.\n`,
          );
          return 0;
        }
        io.write(`The audit is not intact: line ${found.seq} ${FAULTS[found.fault]}.\n`);
        return 1;
      } finally {
        await db.destroy();
      }
    },
  );
