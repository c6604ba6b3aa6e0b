/** `baraza retention`. */
import { dueClasses, erasureDueAt } from '../../personal-data/retention.ts';
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
        .description('erase the classes whose retention period is over')
        .option('--dry-run', 'list every class with its erasure date, erase nothing')
        .option('--data <folder>', 'the data folder (default: BARAZA_DATA, else ./data)')
        .action((options: Options) => run((io) => retention(options, io))),
      'A running server does this every ten minutes. Use the command on a machine that seldom runs, or to see the dates.',
      [
        ['retention --dry-run', 'the erasure date of every class'],
        ['retention', 'erases the classes that are due now'],
      ],
    );
  },
};

const retention = ({ dryRun, data }: Options, io: Io): Promise<ExitCode> =>
  withData<ExitCode>(
    { data, io, instead: 'it erases due classes on its own, and its class list shows the dates' },
    async ({ store }) => {
      const now = Date.now();
      const records = await store.list();
      if (dryRun) {
        io.write(listed(records, now));
        return 0;
      }
      const due = dueClasses(records, now);
      for (const { id } of due) {
        await store.appendAudit({ at: now, who: 'command-line', act: 'purge-class', exercise: id });
        await store.erase(id);
      }
      await store.dropOldAccess(now);
      await store.forgetBytes(true);
      io.write(due.length === 0 ? 'No class is due.\n' : `Erased:\n${listed(due, now)}`);
      return 0;
    },
  );

function listed(records: readonly ExerciseRecord[], now: number): string {
  if (records.length === 0) return 'No class is stored.\n';
  const lines = records
    .toSorted((a, b) => erasureDueAt(a) - erasureDueAt(b))
    .map((record) => {
      const when = erasureDueAt(record) <= now ? 'due now   ' : day(erasureDueAt(record));
      const state = record.endedAt === undefined ? 'never ended' : `ended ${day(record.endedAt)}`;
      return `  ${when}  ${record.pin}  ${record.id}  ${record.scenario}, opened ${day(record.createdAt)}, ${state}`;
    });
  return `  erased on   code    id\n${lines.join('\n')}\n`;
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
