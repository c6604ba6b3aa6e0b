/** The store, with a mark beside it of how far each log reaches, and what is missing of what an earlier mark says. */
import type { ExerciseRecord, ExerciseStore } from './exercise-store.ts';
import type { HighWater, Mark } from './high-water.ts';

/** What was acknowledged and is in the database no more. */
export interface CutOff {
  /** Exercises whose last acts are missing, with how far they reached and how far they reach. */
  shorter: ReadonlyMap<string, { had: number | undefined; has: number }>;
  /** Exercises of which nothing is left. */
  gone: readonly ExerciseRecord[];
  /** How many lines of the audit are missing at least. */
  audit: number;
}

/** Does what the store does; the mark is no part of any act. */
export const markedStore = (store: ExerciseStore, mark: HighWater): ExerciseStore => ({
  ...store,
  create: async (record, sources, events) => {
    await store.create(record, sources, events);
    mark.set(record.id, record, events.at(-1)?.seq ?? 0);
  },
  append: async (append) => {
    await store.append(append);
    mark.reached(append);
  },
  appendAudit: async (entry) => {
    const line = await store.appendAudit(entry);
    mark.auditReached(line.seq);
    return line;
  },
  erase: async (exercise) => {
    await mark.forget(exercise);
    await store.erase(exercise);
  },
  close: async () => {
    await store.close();
    await mark.end();
  },
});

/** Compares what is there with the marks, and sets them to what is there: from here on this is what can be lost. */
export async function findCutOff(store: ExerciseStore, mark: HighWater): Promise<CutOff> {
  const shorter = new Map<string, { had: number | undefined; has: number }>();
  const marks = new Map(mark.marks());
  for (const record of await store.list()) {
    const before = marks.get(record.id);
    marks.delete(record.id);
    const has = await reachOf(store, record.id, before);
    if (has === undefined) continue;
    const missing = before === undefined ? mark.copiedAlone && record.endedAt === undefined : has < before.seq;
    if (missing) shorter.set(record.id, { had: before?.seq, has });
    else if (before?.cutOff) shorter.set(record.id, { had: undefined, has });
    mark.set(record.id, record, has, missing || before?.cutOff ? true : undefined);
  }
  const gone = [...marks].map(([id, left]) => recordOf(id, left));
  const lines = mark.audit > 0 ? await auditReach(store, mark.audit) : 0;
  const audit = mark.audit - lines;
  mark.auditReached(lines);
  return { shorter, gone, audit };
}

/** The number of the last event; undefined where the log is damaged, which is told elsewhere. */
async function reachOf(store: ExerciseStore, id: string, mark: Mark | undefined): Promise<number | undefined> {
  try {
    const from = mark === undefined ? 0 : Math.max(0, mark.seq - 1);
    const tail = await store.read(id, from);
    if (tail.length > 0) return tail.at(-1)?.seq;
    return (await store.read(id, 0)).at(-1)?.seq ?? 0;
  } catch {
    return undefined;
  }
}

/** As far as `claimed`, or where the audit ends before. */
async function auditReach(store: ExerciseStore, claimed: number): Promise<number> {
  const most = 1000;
  if ((await store.auditLines(claimed - 1, 1)).length > 0) return claimed;
  let last = 0;
  for (;;) {
    const lines = await store.auditLines(last, most);
    const end = lines.at(-1)?.seq;
    if (end === undefined) return last;
    last = end;
  }
}

const recordOf = (id: string, { scenario, pin, createdAt }: Mark): ExerciseRecord => ({
  id,
  scenario,
  pin,
  createdAt,
  hash: '',
  languages: [],
  pace: 1,
  seating: 'choice',
  without: [],
  clock: 0,
});
