/**
 * The queries of every command as prepared SQLite statements. Building and preparing a query costs ten times what running it
 * does; all other queries go through Kysely. The SQL of both comes from `command-queries.ts`.
 */
import type { Compilable, Kysely, SqliteDatabase } from 'kysely';
import type Database from 'libsql';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import * as queries from './command-queries.ts';
import type { Append, Snapshot } from './exercise-store.ts';
import type { QuickTransaction } from './group-commit.ts';
import { LogHasGrown, toAnswer, toClockRow, toCommandRow, toEventRow, toSnapshotRow } from './log-queries.ts';
import type { Tables } from './tables.ts';

/**
 * A transaction takes the write lock when it begins. So if another program holds the database, this statement fails and is
 * retried; a transaction that failed half-way would stay open and block every commit.
 */
const BEGIN = 'begin immediate';

/** The fast path of a database for commands. Every method but `answerOf` and `commandIds` runs inside a transaction. */
export interface QuickStatements {
  together: QuickTransaction;
  /** Inserts the events, the answer and the texts of a command; throws `LogHasGrown` like `insertEvents`. */
  keep(append: Append): void;
  answerOf(exercise: string, by: string, id: string): CommandAnswer | undefined;
  /** Caller and id of every accepted command. */
  commandIds(exercise: string): { by: string; id: string }[];
  saveSnapshot(exercise: string, snapshot: Snapshot): void;
  saveClock(exercise: string, clock: number): void;
}

/**
 * The SQL of a query, prepared once; a run binds new values without building the query again. Every field of `sample` has a
 * distinct value, which shows the position at which the query binds that field.
 */
function prepareQuery<Row extends object>(
  database: Database.Database,
  build: (row: Row) => Compilable,
  sample: NoInfer<Row>,
): { statement: Database.Statement; bind: (row: Row) => unknown[] } {
  const { sql, parameters } = build(sample).compile();
  const fields = Object.keys(sample) as (keyof Row)[];
  const order = parameters.map((value) => {
    const field = fields.find((name) => sample[name] === value);
    if (field === undefined) throw new Error(`the query binds a value that is no field: ${sql}`);
    return field;
  });
  return { statement: database.prepare(sql), bind: (row) => order.map((field) => row[field]) };
}

function prepareAll(database: Database.Database, db: Kysely<Tables>) {
  const exercise = 'exercise';
  return {
    lastSeq: prepareQuery(database, (row: { exercise: string }) => queries.selectLastSeq(db, row), { exercise }),
    event: prepareQuery(database, (row: Tables['events']) => queries.insertEvent(db, row), {
      exercise,
      seq: 1,
      at: 2,
      type: 'type',
      payload: 'payload',
      sum: 3,
    }),
    command: prepareQuery(database, (row: Tables['commands']) => queries.insertCommand(db, row), {
      exercise,
      by: 'by',
      id: 'id',
      answer: 'answer',
      seq: 1,
      at: 2,
      body: 'body',
      sum: 3,
    }),
    text: prepareQuery(database, (row: Tables['texts']) => queries.insertText(db, row), {
      exercise,
      ref: 'ref',
      text: 'text',
    }),
    answer: prepareQuery(
      database,
      (row: { exercise: string; by: string; id: string }) => queries.selectAnswer(db, row),
      { exercise, by: 'by', id: 'id' },
    ),
    ids: prepareQuery(database, (row: { exercise: string }) => queries.selectCommandIds(db, row), { exercise }),
    snapshot: prepareQuery(database, (row: Tables['snapshots']) => queries.upsertSnapshot(db, row), {
      exercise,
      seq: 1,
      payload: 'payload',
      sum: 2,
    }),
    clock: prepareQuery(database, (row: ReturnType<typeof toClockRow>) => queries.updateClock(db, row), {
      id: 'id',
      clock: 1,
      touchedAt: 2,
    }),
  };
}

/**
 * Call it after the migrations: the tables must be up to date. All transactions begin with the same statement of `prepared`,
 * on this path and on Kysely's; `db` only builds the SQL.
 */
export function quickStatements(
  database: Database.Database,
  prepared: SqliteDatabase,
  db: Kysely<Tables>,
): QuickStatements {
  const { lastSeq, event, command, text, answer, ids, snapshot, clock: clockOf } = prepareAll(database, db);
  const [begin, commit, rollback] = [
    prepared.prepare('begin'),
    database.prepare('commit'),
    prepared.prepare('rollback'),
  ];
  /** The last event of each log written here; other logs are looked up. The primary key refuses a duplicate number. */
  const ends = new Map<string, number>();
  const endsAt = (exercise: string, expected: number): boolean => {
    if (ends.get(exercise) === expected) return true;
    const last = lastSeq.statement.get(lastSeq.bind({ exercise })) as { seq: number | null } | undefined;
    return (last?.seq ?? 0) === expected;
  };
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
      for (const one of events) event.statement.run(event.bind(toEventRow(exercise, one)));
      if (events.length > 0) ends.set(exercise, expectedSeq + events.length);
      if (kept) command.statement.run(command.bind(toCommandRow(exercise, kept)));
      for (const [ref, words] of Object.entries(texts)) text.statement.run(text.bind({ exercise, ref, text: words }));
    },
    answerOf: (exercise, by, id) => {
      const row = answer.statement.get(answer.bind({ exercise, by, id })) as { answer: string } | undefined;
      return row && toAnswer(row);
    },
    commandIds: (exercise) => ids.statement.all(ids.bind({ exercise })) as { by: string; id: string }[],
    saveSnapshot: (exercise, kept) => void snapshot.statement.run(snapshot.bind(toSnapshotRow(exercise, kept))),
    saveClock: (exercise, clock) => void clockOf.statement.run(clockOf.bind(toClockRow(exercise, clock))),
  };
}

type Prepared = ReturnType<SqliteDatabase['prepare']>;

/** SQLite ends a transaction by itself on a full disk; the error of a second rollback would hide the cause. */
const rollbackIfOpen = (rollback: Prepared, database: Database.Database): Prepared => ({
  reader: false,
  all: (parameters) => rollback.all(parameters),
  run: (parameters) => (database.inTransaction ? rollback.run(parameters) : { changes: 0, lastInsertRowid: 0 }),
  iterate: (parameters) => rollback.iterate(parameters),
});

/** A guard on memory: more than the server has different statements. */
const MAX_CACHED = 200;

/** Wraps the database with a cache of prepared statements for Kysely. */
export function preparedOnce(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Prepared>();
  return {
    close: () => {
      // SQLite does this by itself on close only if no prepared statement is left.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
    prepare: (sql) => {
      const before = kept.get(sql);
      if (before) return before;
      const asked = database.prepare(sql === 'begin' ? BEGIN : sql) as Prepared;
      const statement = sql === 'rollback' ? rollbackIfOpen(asked, database) : asked;
      if (kept.size < MAX_CACHED) kept.set(sql, statement);
      return statement;
    },
  };
}
