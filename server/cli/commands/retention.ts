/** `baraza retention`. */
import { dueBy, goesAt } from '../../personal-data/retention.ts';
import type { ExerciseRecord } from '../../storage/exercise-store.ts';
import { withExamples } from '../help.ts';
import { withData } from '../personal-data/open-data.ts';
import type { ExitCode, Io, Subcommand } from '../subcommand.ts';

interface Options {
  dryRun?: true;
  data?: string;
}

export const retentionCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('retention')
        .description('erase the classes whose time is over; with --dry-run only say which and when')
        .option('--dry-run', 'list every class with its day, erase nothing')
        .option('--data <folder>', 'the data folder (BARAZA_DATA, else ./data)')
        .action((options: Options) => run((io) => retention(options, io))),
      'A running server does this by itself, every hour. This is for a machine that is seldom on, and to look ahead.',
      [
        ['retention --dry-run', 'which class goes when'],
        ['retention', 'erases what is due now'],
      ],
    );
  },
};

const retention = ({ dryRun, data }: Options, io: Io): Promise<ExitCode> =>
  withData<ExitCode>(
    { data, io, instead: 'it erases what is due by itself, and its class list shows the days' },
    async ({ store }) => {
      const now = Date.now();
      const records = await store.list();
      if (dryRun) {
        io.write(listed(records, now));
        return 0;
      }
      const due = dueBy(records, now);
      for (const { id } of due) {
        await store.appendAudit({ at: now, who: 'command-line', act: 'purge-class', exercise: id });
        await store.erase(id);
      }
      await store.dropOldAccess(now);
      await store.forgetBytes(true);
      io.write(due.length === 0 ? 'Nothing is due.\n' : `Erased:\n${listed(due, now)}`);
      return 0;
    },
  );

function listed(records: readonly ExerciseRecord[], now: number): string {
  if (records.length === 0) return 'No class is kept.\n';
  const lines = records
    .toSorted((a, b) => goesAt(a) - goesAt(b))
    .map((record) => {
      const when = goesAt(record) <= now ? 'due now   ' : day(goesAt(record));
      const state = record.endedAt === undefined ? 'never ended' : `ended ${day(record.endedAt)}`;
      return `  ${when}  ${record.pin}  ${record.id}  ${record.scenario}, opened ${day(record.createdAt)}, ${state}`;
    });
  return `  goes        code    id\n${lines.join('\n')}\n`;
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
