/** Reads facts of a database file without the store: integrity, applied migrations, row counts. */
import { isUtf8 } from 'node:buffer';
import Database from 'libsql';

export interface DatabaseFacts {
  migrations: string[];
  exercises: number;
  events: number;
  audit: string | undefined;
  /** Number of exercises that have ended. */
  ended: number;
  /** Number of ended exercises whose debrief is stored. */
  withDebrief: number;
  /** Versions of the rules that stored debriefs were computed with, oldest first. */
  rules: number[];
}

const BUSY_TIMEOUT_MS = 5000;

/** A second connection; in WAL mode it reads while the server writes. */
export const openSecondConnection = (file: string): Database.Database =>
  new Database(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true });

/**
 * Problems of the file; empty if it is intact. Reads every page, and every text as bytes: the driver ends the process if a text
 * is not valid UTF-8, so callers must run this check before they read any text.
 */
export function integrityProblems(database: Database.Database): string[] {
  const rows = database.prepare('PRAGMA integrity_check(10)').all() as { integrity_check: string }[];
  const found = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  return found.length > 0 ? found : unreadableTexts(database);
}

function unreadableTexts(database: Database.Database): string[] {
  if (!areTexts(database, 'sqlite_master', ['name', 'sql'])) return ['the names of its tables are not valid text'];
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  return tables
    .filter(({ name }) => {
      const columns = database.prepare(`PRAGMA table_info(${quoted(name)})`).all() as { name: string; type: string }[];
      const texts = columns.filter(({ type }) => !/^(big)?int/i.test(type)).map((column) => column.name);
      return texts.length > 0 && !areTexts(database, name, texts);
    })
    .map(({ name }) => `the table ${name} holds invalid text`);
}

function areTexts(database: Database.Database, table: string, columns: readonly string[]): boolean {
  const all = columns.map((column) => `coalesce(${quoted(column)}, '')`).join(` || ' ' || `);
  const statement = database.prepare(`SELECT CAST(${all} AS BLOB) FROM ${quoted(table)}`).raw();
  for (const [bytes] of statement.iterate() as Iterable<[Buffer]>) if (!isUtf8(bytes)) return false;
  return true;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export function factsOf(database: Database.Database): DatabaseFacts {
  return {
    migrations: column(database, 'kysely_migration', 'SELECT name AS value FROM kysely_migration ORDER BY name'),
    exercises: Number(column(database, 'exercises', 'SELECT count(*) AS value FROM exercises')[0] ?? 0),
    events: Number(column(database, 'events', 'SELECT count(*) AS value FROM events')[0] ?? 0),
    audit: column(database, 'audit', "SELECT seq || ':' || hash AS value FROM audit ORDER BY seq DESC LIMIT 1")[0],
    ended: Number(
      column(database, 'exercises', 'SELECT count(*) AS value FROM exercises WHERE ended_at IS NOT NULL')[0] ?? 0,
    ),
    withDebrief: Number(column(database, 'debriefs', 'SELECT count(*) AS value FROM debriefs')[0] ?? 0),
    rules: column(database, 'debriefs', 'SELECT DISTINCT rules AS value FROM debriefs ORDER BY rules').map(Number),
  };
}

/** The values of one column as text; empty if the table does not exist (an older or a newer database). */
function column(database: Database.Database, table: string, query: string): string[] {
  const has = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table);
  if (has === undefined) return [];
  return (database.prepare(query).all() as { value: unknown }[]).map(({ value }) => String(value));
}
