/** The embedded store: SQLite through libsql. Events are on disk before they are published (`synchronous = FULL`). */
import { join } from 'node:path';
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { type ExerciseStore, StorageError } from './exercise-store.ts';
import { forgetBytes } from './forget-bytes.ts';
import { LogHasGrown } from './log-queries.ts';
import { migrate, MigrationFailed, type Migrations, unknownMigrations } from './migrations.ts';
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
      ? 'another program locks it (a backup, a synchronised folder, a database viewer): close that program and start again'
      : 'restore a backup (npx baraza restore), move the file away, or set BARAZA_DATA';
    super(`the database ${file} cannot be opened (${reason}); ${remedy}`);
    this.name = 'DatabaseUnreadable';
  }
}

/** A migration of an older database failed. The message states the remedy in one line. */
export class UpgradeFailed extends Error {
  constructor(file: string, cause: MigrationFailed) {
    super(
      `the database ${file} could not be upgraded (${cause.message.replaceAll(/\s+/g, ' ')}); it was not changed, so the previous version still opens it; please report this`,
      { cause },
    );
    this.name = 'UpgradeFailed';
  }
}

/** A newer release has changed the tables. The message states the remedy in one line. */
export class NewerDatabase extends Error {
  constructor(file: string, migrations: readonly string[]) {
    super(
      `the database ${file} was written by a newer Baraza (${migrations.join(', ')}); start that version, or restore the newest backup with before-migration in its name (npx baraza restore)`,
    );
    this.name = 'NewerDatabase';
  }
}

export interface OpenOptions {
  /** Limits the size of the database (4096 bytes a page). */
  maxPages?: number;
  /** Replaces the migrations of this release; for tests. */
  migrations?: Migrations;
}

/** Opens the database in `folder`; upgrades an older one in one transaction. */
export const openSqliteStore = (folder: string, options: OpenOptions = {}): Promise<ExerciseStore> =>
  openSqliteFile(join(folder, DATABASE_FILE), options);

/** The migrated tables, for checks that need no store. */
export async function openTables(file: string): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new TransactionalSqlite({ database: openDatabase(file) }) });
  await migrate(db);
  return db;
}

/** Tells Kysely that SQLite can change tables inside a transaction. */
class TransactionalSqlite extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true;
      }
    })();
  }
}

/** Like `openSqliteStore`, for a database file of any name. */
export async function openSqliteFile(file: string, options: OpenOptions = {}): Promise<ExerciseStore> {
  const database = openDatabase(file);
  try {
    await bringUpToDate(file, database, options.migrations);
  } catch (error) {
    database.close();
    throw error;
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

async function bringUpToDate(file: string, database: Database.Database, all?: Migrations): Promise<void> {
  const db = new Kysely<Tables>({ dialect: new TransactionalSqlite({ database }) });
  try {
    const unknown = await unknownMigrations(db, all);
    if (unknown.length > 0) throw new NewerDatabase(file, unknown);
    await migrate(db, all);
  } catch (error) {
    if (error instanceof NewerDatabase) throw error;
    throw error instanceof MigrationFailed ? new UpgradeFailed(file, error) : new DatabaseUnreadable(file, error);
  }
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
