/**
 * What SQLite does for every single act, as statements that are prepared once. Building a query and preparing it costs ten times
 * what running it does; whatever is asked for now and then goes through Kysely (`log-queries.ts`) and says the same.
 */
import { crc32 } from 'node:zlib';
import type { SqliteDatabase } from 'kysely';
import type Database from 'libsql';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { Append, Snapshot } from './exercise-store.ts';
import type { QuickTransaction } from './group-commit.ts';
import { LogHasGrown, toCommandRow, toEventRow } from './log-queries.ts';

/**
 * A transaction takes the right to write when it begins. So where another program holds the database, it is always this statement
 * that is refused, and the same one is tried again: one that is refused half way stays open and lets no other commit.
 */
const BEGIN = 'begin immediate';

/** The quick way of a database for what every act needs. */
export interface QuickStatements {
  together: QuickTransaction;
  /** The events of an act, its answer and its texts; throws `LogHasGrown` as `insertEvents` does. For inside a transaction. */
  keep(append: Append): void;
  answerOf(exercise: string, by: string, id: string): CommandAnswer | undefined;
  /** Who asked for what, of everything that was accepted. */
  commandIds(exercise: string): { by: string; id: string }[];
  /** For inside a transaction, as `upsertSnapshot` and `updateClock`. */
  saveSnapshot(exercise: string, snapshot: Snapshot): void;
  saveClock(exercise: string, clock: number, now: number): void;
}

/**
 * The tables must be as they are today: call it after the migrations. Transactions begin by the one statement of `prepared`,
 * whichever way they go.
 */
export function quickStatements(database: Database.Database, prepared: SqliteDatabase): QuickStatements {
  const begin = prepared.prepare('begin');
  const lastSeq = database.prepare('select max(seq) as seq from events where exercise = ?');
  const event = database.prepare(
    'insert into events (exercise, seq, at, type, payload, sum) values (?, ?, ?, ?, ?, ?)',
  );
  const command = database.prepare(
    'insert into commands (exercise, "by", id, answer, seq, at, body, sum) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const text = database.prepare('insert into texts (exercise, ref, text) values (?, ?, ?)');
  const answer = database.prepare('select answer from commands where exercise = ? and "by" = ? and id = ?');
  const ids = database.prepare('select "by", id from commands where exercise = ?');
  const snapshot = database.prepare(
    'insert into snapshots (exercise, seq, payload, sum) values (?, ?, ?, ?) ' +
      'on conflict (exercise) do update set seq = excluded.seq, payload = excluded.payload, sum = excluded.sum',
  );
  const clockOf = database.prepare('update exercises set clock = ?, touched_at = ? where id = ?');
  /** Where each log ends, as far as was written here; what differs is looked up. A number taken twice is refused by the table. */
  const ends = new Map<string, number>();
  const endsAt = (exercise: string, expected: number): boolean => {
    if (ends.get(exercise) === expected) return true;
    const last = lastSeq.get([exercise]) as { seq: number | null } | undefined;
    return (last?.seq ?? 0) === expected;
  };
  const [commit, rollback] = [database.prepare('commit'), prepared.prepare('rollback')];
  return {
    together: (works) => {
      begin.run([]);
      try {
        const values = works.map((work) => work());
        commit.run();
        return values;
      } catch (error) {
        ends.clear();
        rollback.run([]);
        throw error;
      }
    },
    keep: ({ exercise, expectedSeq, events, command: kept, texts = {} }) => {
      if (!endsAt(exercise, expectedSeq)) throw new LogHasGrown();
      for (const one of events) {
        const { seq, at, type, payload, sum } = toEventRow(exercise, one);
        event.run([exercise, seq, at, type, payload, sum]);
      }
      if (events.length > 0) ends.set(exercise, expectedSeq + events.length);
      if (kept) {
        const { by, id, answer: given, seq, at, body, sum } = toCommandRow(exercise, kept);
        command.run([exercise, by, id, given, seq, at, body, sum]);
      }
      for (const [ref, words] of Object.entries(texts)) text.run([exercise, ref, words]);
    },
    answerOf: (exercise, by, id) => {
      const row = answer.get([exercise, by, id]) as { answer: string } | undefined;
      return row && (JSON.parse(row.answer) as CommandAnswer);
    },
    commandIds: (exercise) => ids.all([exercise]) as { by: string; id: string }[],
    saveSnapshot: (exercise, { seq, payload }) => void snapshot.run([exercise, seq, payload, crc32(payload)]),
    saveClock: (exercise, clock, now) => void clockOf.run([Math.round(clock), now, exercise]),
  };
}

type Prepared = ReturnType<SqliteDatabase['prepare']>;

/** A full disk ends a transaction by itself, at the commit too; an error of the rollback that follows would hide why. */
const whereOneIsOpen = (rollback: Prepared, database: Database.Database): Prepared => ({
  reader: false,
  all: (parameters) => rollback.all(parameters),
  run: (parameters) => (database.inTransaction ? rollback.run(parameters) : { changes: 0, lastInsertRowid: 0 }),
  iterate: (parameters) => rollback.iterate(parameters),
});

/** More different statements than the server has; those of many rows differ by their number. */
const MOST_KEPT = 200;

/** A database that prepares a statement once, however often Kysely asks for it. */
export function preparedOnce(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Prepared>();
  return {
    close: () => {
      // Statements that are still kept keep SQLite from doing this by itself when it closes.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
    prepare: (sql) => {
      const before = kept.get(sql);
      if (before) return before;
      const asked = database.prepare(sql === 'begin' ? BEGIN : sql) as Prepared;
      const statement = sql === 'rollback' ? whereOneIsOpen(asked, database) : asked;
      if (kept.size < MOST_KEPT) kept.set(sql, statement);
      return statement;
    },
  };
}
