/** The embedded store: SQLite through libsql. Events are on disk before they are published (`synchronous = FULL`). */
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { type ExerciseStore, StorageError } from './exercise-store.ts';
import { forgetBytes } from './forget-bytes.ts';
import { LogHasGrown } from './log-queries.ts';
import { migrate } from './migrations.ts';
import { createSqlExerciseStore } from './sql-exercise-store.ts';
import { preparedOnce, quickStatements } from './sqlite-statements.ts';
import type { Tables } from './tables.ts';

export const DATABASE_FILE = 'baraza.db';
/** SQLite blocks the whole process while it waits: acceptable at the start, but later it would stop every class. */
const OPENING_TIMEOUT_MS = 2000;
const BUSY_TIMEOUT_MS = 20;

/** The file exists and is not a Baraza database, or cannot be opened. */
export class DatabaseUnreadable extends Error {
  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const remedy = isBusy(cause)
      ? 'another program holds it (a backup, a sync folder, a database viewer): close that program and start again'
      : 'put a good copy there (npx baraza restore), move it away, or set BARAZA_DATA';
    super(`the database ${file} cannot be opened (${reason}); ${remedy}`);
    this.name = 'DatabaseUnreadable';
  }
}

/** Opens the database in `folder` and migrates an older one. `maxPages` limits its size (4096 bytes a page). */
export const openSqliteStore = (folder: string, options: { maxPages?: number } = {}): Promise<ExerciseStore> =>
  openSqliteFile(join(folder, DATABASE_FILE), options);

/** The migrated tables, for checks that need no store. */
export async function openTables(file: string): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openDatabase(file) }) });
  await migrate(db);
  return db;
}

/** Like `openSqliteStore`, for a database file of any name. */
export async function openSqliteFile(file: string, options: { maxPages?: number } = {}): Promise<ExerciseStore> {
  const database = openDatabase(file);
  try {
    await migrate(new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }));
  } catch (error) {
    throw new DatabaseUnreadable(file, error);
  }
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  const prepared = preparedOnce(database);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: prepared }) });
  if (options.maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${options.maxPages}`);
  return {
    ...createSqlExerciseStore(db, explain, knownStatements(file, database, prepared, db)),
    forgetBytes: (thorough) => forgetBytes(db, thorough),
  };
}

/** Preparing fails if a table or column is missing after the migrations: the file is damaged. */
function knownStatements(file: string, ...parts: Parameters<typeof quickStatements>) {
  try {
    return quickStatements(...parts);
  } catch (error) {
    throw new DatabaseUnreadable(file, error);
  }
}

function openDatabase(file: string): Database.Database {
  try {
    const database = new Database(file, { timeout: OPENING_TIMEOUT_MS });
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
      // Deleted data is overwritten with zeros at once.
      'secure_delete = ON',
      `busy_timeout = ${OPENING_TIMEOUT_MS}`,
    ]) {
      database.exec(`PRAGMA ${pragma}`);
    }
    return database;
  } catch (error) {
    throw new DatabaseUnreadable(file, error);
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

function explain(error: unknown): StorageError {
  if (error instanceof LogHasGrown) return new StorageError('conflict', error);
  const code = codeOf(error);
  if (code.startsWith('SQLITE_CONSTRAINT')) return new StorageError('conflict', error);
  if (isBusy(error)) return new StorageError('busy', error);
  return new StorageError(code.startsWith('SQLITE_FULL') ? 'full' : 'unavailable', error);
}
