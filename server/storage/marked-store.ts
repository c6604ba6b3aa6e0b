/** Wraps the store with the high-water mark of each log, and finds events that were acknowledged and are missing. */
import type { ExerciseRecord, ExerciseStore } from './exercise-store.ts';
import type { HighWater, Mark } from './high-water.ts';

/** Acknowledged data that is no longer in the database. */
export interface CutOff {
  /** Exercises whose newest events are missing: the last sequence number that was marked, and the last one stored. */
  shorter: ReadonlyMap<string, { had: number | undefined; has: number }>;
  /** Exercises that are missing completely. */
  gone: readonly ExerciseRecord[];
  /** The number of missing audit lines, at least. */
  audit: number;
}

/** The store with marks; a mark is not part of a transaction. */
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

/** Compares the stored logs with the marks, then sets the marks to what is stored. */
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

/** The number of the last event; undefined if the log is damaged, which opening it reports. */
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

/** The last audit line, at most `claimed`. */
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
