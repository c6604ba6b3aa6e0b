/** `baraza erase`. */
import { type Stored, anonymise, erasePerson } from '../../personal-data/erase.ts';
import { ErasureLedger, type Erased, idOf } from '../../personal-data/ledger.ts';
import type { ExerciseRecord, ExerciseStore } from '../../storage/exercise-store.ts';
import { withExamples } from '../help.ts';
import { classOf, type OpenData, withData } from '../personal-data/open-data.ts';
import { type ExitCode, type Io, type Subcommand, UsageError } from '../subcommand.ts';

interface Options {
  participant?: string;
  anonymise?: true;
  yes?: true;
  data?: string;
}

export const eraseCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('erase')
        .description('erase one person of a class, all names and texts of a class, or the whole class')
        .argument('<class>', 'code or id of the class')
        .option('--participant <seat>', 'only this person: a seat such as s3, or the stored name')
        .option('--anonymise', 'erase names and texts, keep the log and the marks')
        .option('--yes', 'erase; without this option the command only prints what it would erase')
        .option('--data <folder>', 'the data folder (default: BARAZA_DATA, else ./data)')
        .action((asked: string, options: Options) => run((io) => erase(asked, options, io))),
      'Erases from the database and its files. Older backups still hold the data; restoring one erases it again.',
      [
        ['erase K7M2QX --participant s3', 'prints what would be erased'],
        ['erase K7M2QX --participant s3 --yes', 'the name, the token and all texts of this person'],
        ['erase K7M2QX --anonymise --yes', 'all names and texts; the debrief stays'],
        ['erase K7M2QX --yes', 'the whole class'],
      ],
    );
  },
};

/** An erasure that is ready to run; `summary` is its object in a sentence. */
interface ErasurePlan {
  what: Erased;
  id: string;
  subject?: string;
  summary: string;
  run(): Promise<void>;
}

const erase = (asked: string, options: Options, io: Io): Promise<ExitCode> =>
  withData<ExitCode>({ data: options.data, io, instead: 'use the page “Personal data” of the class' }, async (open) => {
    const record = await classOf(open.store, asked);
    const plan = await planOf(open.store, record, options);
    if (!options.yes) {
      io.write(`Would erase ${plan.summary}.\nAdd --yes to erase.\n`);
      return 0;
    }
    await runPlan(open, record, plan);
    io.write(`Erased ${plan.summary}.\n`);
    io.note('Older backups still hold the data; `npx baraza restore` erases it again.\n');
    return 0;
  });

async function planOf(store: ExerciseStore & Stored, record: ExerciseRecord, options: Options): Promise<ErasurePlan> {
  const { id, pin } = record;
  if (options.participant !== undefined && options.anonymise)
    throw new UsageError('--participant erases one person, --anonymise all of them: use only one of these options');
  if (options.participant !== undefined) {
    const seat = await seatOf(store, id, options.participant);
    const summary = `the name, the token and the texts of ${seat} in class ${pin}`;
    return { what: 'person', id: idOf(id, seat), subject: seat, summary, run: () => erasePerson(store, id, seat) };
  }
  if (options.anonymise) {
    const summary = `all names and texts of class ${pin}; its log and marks stay`;
    return { what: 'anonymised', id: idOf(id), summary, run: () => anonymise(store, id) };
  }
  return { what: 'class', id: idOf(id), summary: `all data of class ${pin}`, run: () => store.erase(id) };
}

async function runPlan({ store, folder }: OpenData, { id }: ExerciseRecord, plan: ErasurePlan): Promise<void> {
  const now = Date.now();
  const act = { person: 'erase-person', anonymised: 'anonymise-class', class: 'erase-class' }[plan.what];
  await store.appendAudit({ at: now, who: 'command-line', act, exercise: id, subject: plan.subject });
  new ErasureLedger(folder).add(plan.what, plan.id, now);
  await plan.run();
  if (!(await store.forgetBytes(true)))
    throw new UsageError(
      'the rows are deleted, but another program (a backup?) still reads the old pages; run this command again later',
    );
}

/** The seat with this id or this stored name. Throws `UsageError` if no seat or several seats match. */
export async function seatOf(store: Stored, exercise: string, asked: string): Promise<string> {
  const people = await store.participants(exercise);
  const found = people.filter(({ seat, name }) => seat === asked || name.toLowerCase() === asked.toLowerCase());
  const [only] = found;
  if (only && found.length === 1) return only.seat;
  const seats = (found.length > 0 ? found : people).map(({ seat }) => seat).join(', ') || 'none';
  throw new UsageError(
    `${found.length === 0 ? `no person is called ${asked}; seats` : `several people are called ${asked}; seats`}: ${seats}`,
  );
}
