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
        .description('erase one person of a class, all names and words of it, or the whole class')
        .argument('<class>', 'its code or its id')
        .option('--participant <seat>', 'only this person: a seat such as s3, or the name as it is kept')
        .option('--anonymise', 'names and words go, the log and the marks stay')
        .option('--yes', 'do it; without this, it only says what would go')
        .option('--data <folder>', 'the data folder (BARAZA_DATA, else ./data)')
        .action((asked: string, options: Options) => run((io) => erase(asked, options, io))),
      'What is erased is gone from the database and its log. Older backups still hold it; restoring one erases it again.',
      [
        ['erase K7M2QX --participant s3', 'says what would go'],
        ['erase K7M2QX --participant s3 --yes', 'the name, the pass and every word of this person'],
        ['erase K7M2QX --anonymise --yes', 'all names and words; the debrief stays'],
        ['erase K7M2QX --yes', 'everything of this class'],
      ],
    );
  },
};

/** What will go, in words, and how. */
interface Plan {
  what: Erased;
  id: string;
  subject?: string;
  says: string;
  work(): Promise<void>;
}

const erase = (asked: string, options: Options, io: Io): Promise<ExitCode> =>
  withData<ExitCode>({ data: options.data, io, instead: 'use the page “Personal data” of the class' }, async (open) => {
    const record = await classOf(open.store, asked);
    const plan = await planOf(open.store, record, options);
    if (!options.yes) {
      io.write(`Would erase ${plan.says}.\nAdd --yes to do it.\n`);
      return 0;
    }
    await carryOut(open, record, plan);
    io.write(`Erased ${plan.says}.\n`);
    io.note('Backups made before still hold it; `npx baraza restore` erases it again from what it restores.\n');
    return 0;
  });

async function planOf(store: ExerciseStore & Stored, record: ExerciseRecord, options: Options): Promise<Plan> {
  const { id, pin } = record;
  if (options.participant !== undefined && options.anonymise)
    throw new UsageError('--participant is about one person, --anonymise about all: give one of them');
  if (options.participant !== undefined) {
    const seat = await seatOf(store, id, options.participant);
    const says = `the name, the pass and the words of ${seat} in class ${pin}`;
    return { what: 'person', id: idOf(id, seat), subject: seat, says, work: () => erasePerson(store, id, seat) };
  }
  if (options.anonymise) {
    const says = `every name and every word of class ${pin}; its log and marks stay`;
    return { what: 'anonymised', id: idOf(id), says, work: () => anonymise(store, id) };
  }
  return { what: 'class', id: idOf(id), says: `everything of class ${pin}`, work: () => store.erase(id) };
}

async function carryOut({ store, folder }: OpenData, { id }: ExerciseRecord, plan: Plan): Promise<void> {
  const now = Date.now();
  const act = { person: 'erase-person', anonymised: 'anonymise-class', class: 'erase-class' }[plan.what];
  await store.appendAudit({ at: now, who: 'command-line', act, exercise: id, subject: plan.subject });
  new ErasureLedger(folder).add(plan.what, plan.id, now);
  await plan.work();
  if (!(await store.forgetBytes(true)))
    throw new UsageError(
      'it is erased, but another program still reads the database (a backup?); run this again after it',
    );
}

/** The seat of a seat number or of a name, as both are kept. */
export async function seatOf(store: Stored, exercise: string, asked: string): Promise<string> {
  const people = await store.participants(exercise);
  const found = people.filter(({ seat, name }) => seat === asked || name.toLowerCase() === asked.toLowerCase());
  const [only] = found;
  if (only && found.length === 1) return only.seat;
  const seats = (found.length > 0 ? found : people).map(({ seat }) => seat).join(', ') || 'nobody';
  throw new UsageError(`${found.length === 0 ? 'nobody is called so; seats' : 'several are called so'}: ${seats}`);
}
