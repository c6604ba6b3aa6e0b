/** The embedded default: SQLite through libsql. An event is on the disk before anybody sees it (`synchronous = FULL`). */
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { type ExerciseStore, StorageError } from './exercise-store.ts';
import { forgetBytes } from './forget-bytes.ts';
import { LogHasGrown } from './log-queries.ts';
import { migrate } from './migrations.ts';
import { createSqlExerciseStore } from './sql-exercise-store.ts';
import type { Tables } from './tables.ts';

export const DATABASE_FILE = 'baraza.db';
const BUSY_TIMEOUT_MS = 2000;

/** The file is there and is no database of ours, or may not be opened. */
export class DatabaseUnreadable extends Error {
  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`the database ${file} cannot be opened (${reason}); put a good copy there, move it away, or set BARAZA_DATA`);
    this.name = 'DatabaseUnreadable';
  }
}

/** Opens the database in `folder`, migrating it where it is older. `maxPages` limits its size (4096 bytes a page). */
export async function openSqliteStore(folder: string, options: { maxPages?: number } = {}): Promise<ExerciseStore> {
  const database = openDatabase(join(folder, DATABASE_FILE));
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  await migrate(db);
  if (options.maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${options.maxPages}`);
  return { ...createSqlExerciseStore(db, explain), forgetBytes: (thorough) => forgetBytes(db, thorough) };
}

function openDatabase(file: string): Database.Database {
  try {
    const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
      // What is deleted is overwritten with zeros at once.
      'secure_delete = ON',
      `busy_timeout = ${BUSY_TIMEOUT_MS}`,
    ]) {
      database.exec(`PRAGMA ${pragma}`);
    }
    return database;
  } catch (error) {
    throw new DatabaseUnreadable(file, error);
  }
}

function explain(error: unknown): Error {
  if (error instanceof LogHasGrown) return new StorageError('conflict', error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_CONSTRAINT')) return new StorageError('conflict', error);
  return new StorageError(code.startsWith('SQLITE_FULL') ? 'full' : 'unavailable', error);
}
