/** Queries of the event log and of everything that belongs to an exercise. */
import { crc32 } from 'node:zlib';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import { insertCommand, insertEvent, insertText, selectLastSeq } from './command-queries.ts';
import type { Append, ExerciseRecord, KeptAnswer, KeptCommand, Snapshot, SourceFiles } from './exercise-store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;
type Tx = Transaction<Tables>;

/** The expected sequence number is not the last one of the log. */
export class LogHasGrown extends Error {}

/** A row differs from what was written, or is missing. */
export class LogDamaged extends Error {
  constructor(exercise: string, seq: number) {
    super(`line ${seq} of the log of exercise ${exercise} is damaged or missing`);
    this.name = 'LogDamaged';
  }
}

export async function insertExercise(tx: Tx, record: ExerciseRecord, sources: SourceFiles): Promise<void> {
  const files = JSON.stringify(sources);
  await tx
    .insertInto('scenario_sources')
    .values({ hash: record.hash, files, sum: crc32(files) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  await tx.insertInto('exercises').values(toRow(record)).execute();
}

/** Throws `LogHasGrown` if `expectedSeq` is not the last event of the log. */
export async function insertEvents(tx: Tx, { exercise, expectedSeq, events }: Append): Promise<void> {
  const last = await selectLastSeq(tx, { exercise }).executeTakeFirst();
  if ((last?.seq ?? 0) !== expectedSeq) throw new LogHasGrown();
  for (const event of events) await insertEvent(tx, toEventRow(exercise, event)).execute();
}

export async function insertAnswer(tx: Tx, { exercise, command }: Append): Promise<void> {
  if (command) await insertCommand(tx, toCommandRow(exercise, command)).execute();
}

export async function insertTexts(tx: Tx, { exercise, texts = {} }: Append): Promise<void> {
  for (const [ref, text] of Object.entries(texts)) await insertText(tx, { exercise, ref, text }).execute();
}

export function toCommandRow(
  exercise: string,
  command: NonNullable<Append['command']>,
): Selectable<Tables['commands']> {
  const { by, id, seq } = command;
  const [answer, at, body] = [JSON.stringify(command.answer), Math.round(command.at), JSON.stringify(command.body)];
  return { exercise, by, id, answer, seq, at, body, sum: commandSum({ by, id, seq, at, answer, body }) };
}

type SummedCommand = Pick<Tables['commands'], 'by' | 'id' | 'seq' | 'at' | 'answer' | 'body'>;

const commandSum = ({ by, id, seq, at, answer, body }: SummedCommand): number =>
  crc32(JSON.stringify([by, id, seq, at, answer, body]));

/** Returns the row; throws `LogDamaged` if its checksum does not match. */
function wholeCommand<Row extends SummedCommand & { sum: number | null }>(exercise: string, row: Row): Row {
  if (row.sum !== null && row.sum !== commandSum(row)) throw new LogDamaged(exercise, row.seq ?? 0);
  return row;
}

export async function selectCommands(db: Db, exercise: string): Promise<KeptCommand[]> {
  const rows = await db
    .selectFrom('commands')
    .selectAll()
    .where('exercise', '=', exercise)
    .orderBy('seq')
    .orderBy('at')
    .execute();
  return rows
    .map((row) => wholeCommand(exercise, row))
    .flatMap(({ by, seq, at, body }) =>
      seq === null || at === null || body === null ? [] : [{ by, seq, at, body: JSON.parse(body) as AnyCommand }],
    );
}

export async function selectEvents(db: Db, exercise: string, afterSeq: number): Promise<Event[]> {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'payload', 'sum'])
    .where('exercise', '=', exercise)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, payload, sum }, index) => {
    // A log with a gap or a changed byte is not replayed at all.
    if (seq !== afterSeq + index + 1 || (sum !== null && sum !== crc32(payload)))
      throw new LogDamaged(exercise, afterSeq + index + 1);
    return JSON.parse(payload) as Event;
  });
}

/** All undamaged events, and the numbers of the damaged lines. */
export async function selectWholeEvents(db: Db, exercise: string): Promise<{ events: Event[]; damaged: number[] }> {
  const query = db.selectFrom('events').select(['seq', 'payload', 'sum']).where('exercise', '=', exercise);
  const events: Event[] = [];
  const damaged: number[] = [];
  for (const { seq, payload, sum } of await query.orderBy('seq').execute()) {
    const event = sum === null || sum === crc32(payload) ? asJson(payload) : undefined;
    if (event === undefined) damaged.push(seq);
    else events.push(event as Event);
  }
  return { events, damaged };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function toEventRow(exercise: string, event: Event): Tables['events'] {
  const payload = JSON.stringify(event);
  return { exercise, seq: event.seq, at: event.at, type: event.type, payload, sum: crc32(payload) };
}

export async function selectExercises(db: Db): Promise<ExerciseRecord[]> {
  const rows = await db.selectFrom('exercises').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(toRecord);
}

export async function selectSources(db: Db, hash: string): Promise<SourceFiles | undefined> {
  const row = await db
    .selectFrom('scenario_sources')
    .select(['files', 'sum'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (row && row.sum !== null && row.sum !== crc32(row.files))
    throw new Error('the kept sources of its case are damaged');
  return row && (JSON.parse(row.files) as SourceFiles);
}

/** The answer as it was sent: without the number of events, which is for the database alone. */
export const toAnswer = ({ answer }: Pick<Tables['commands'], 'answer'>): CommandAnswer => ({
  ok: (JSON.parse(answer) as KeptAnswer).ok,
});

export const toClockRow = (id: string, clock: number) => ({ id, clock: Math.round(clock), touchedAt: Date.now() });

export const toSnapshotRow = (exercise: string, { seq, payload }: Snapshot): Tables['snapshots'] => ({
  exercise,
  seq,
  payload,
  sum: crc32(payload),
});

export async function selectSnapshot(db: Db, exercise: string): Promise<Snapshot | undefined> {
  const row = await db
    .selectFrom('snapshots')
    .select(['seq', 'payload', 'sum'])
    .where('exercise', '=', exercise)
    .executeTakeFirst();
  // A snapshot only saves time: a damaged one is ignored.
  if (!row || (row.sum !== null && row.sum !== crc32(row.payload))) return undefined;
  return { seq: row.seq, payload: row.payload };
}

export async function selectTexts(db: Db, exercise: string, refs: readonly string[]): Promise<Record<string, string>> {
  if (refs.length === 0) return {};
  const rows = await db
    .selectFrom('texts')
    .select(['ref', 'text'])
    .where('exercise', '=', exercise)
    .where('ref', 'in', refs)
    .execute();
  return Object.fromEntries(rows.map(({ ref, text }) => [ref, text]));
}

export async function updateEnd(tx: Tx, exercise: string, endedAt: number, anchor: string | null): Promise<void> {
  const values = { ended_at: endedAt, audit_anchor: anchor };
  await tx.updateTable('exercises').set(values).where('id', '=', exercise).execute();
}

/** Deletes an exercise with all its rows, and sources that no exercise uses any more. */
export async function deleteExercise(tx: Tx, exercise: string): Promise<void> {
  for (const table of ['events', 'commands', 'texts', 'snapshots', 'debriefs', 'participants', 'names'] as const) {
    await tx.deleteFrom(table).where('exercise', '=', exercise).execute();
  }
  await tx.deleteFrom('exercises').where('id', '=', exercise).execute();
  await tx.deleteFrom('scenario_sources').where('hash', 'not in', tx.selectFrom('exercises').select('hash')).execute();
}

function toRow({
  id,
  scenario,
  hash,
  pin,
  createdAt,
  touchedAt,
  endedAt,
  clock,
  ...settings
}: ExerciseRecord): Selectable<Tables['exercises']> {
  return {
    id,
    scenario,
    hash,
    pin,
    settings: JSON.stringify(settings),
    created_at: createdAt,
    ended_at: endedAt ?? null,
    clock: Math.round(clock),
    touched_at: touchedAt ?? null,
    audit_anchor: null,
  };
}

type Settings = Pick<
  ExerciseRecord,
  'label' | 'languages' | 'pace' | 'seating' | 'without' | 'purpose' | 'retentionDays' | 'names'
>;

function toRecord(row: Selectable<Tables['exercises']>): ExerciseRecord {
  const settings = asJson(row.settings) as Settings | undefined;
  if (settings === undefined) throw new Error('the kept settings of an exercise are damaged');
  return {
    id: row.id,
    scenario: row.scenario,
    hash: row.hash,
    pin: row.pin,
    ...settings,
    createdAt: row.created_at,
    ...(row.touched_at === null ? {} : { touchedAt: row.touched_at }),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    clock: row.clock,
  };
}
