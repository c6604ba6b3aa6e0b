/** What can be told of a database file from outside: whether it is whole, how old its tables are, how much is in it. */
import Database from 'libsql';

export interface DatabaseFacts {
  migrations: string[];
  exercises: number;
  events: number;
  audit: string | undefined;
}

const BUSY_TIMEOUT_MS = 5000;

/** A connection of one's own beside the server's: WAL lets it read while the server writes. */
export const openBeside = (file: string): Database.Database =>
  new Database(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true });

/** Problems that SQLite finds; empty where the file is whole. Reads every page. */
export function integrityProblems(database: Database.Database): string[] {
  const rows = database.prepare('PRAGMA integrity_check(10)').all() as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

export function factsOf(database: Database.Database): DatabaseFacts {
  return {
    migrations: column(database, 'kysely_migration', 'SELECT name AS value FROM kysely_migration ORDER BY name'),
    exercises: Number(column(database, 'exercises', 'SELECT count(*) AS value FROM exercises')[0] ?? 0),
    events: Number(column(database, 'events', 'SELECT count(*) AS value FROM events')[0] ?? 0),
    audit: column(database, 'audit', "SELECT seq || ':' || hash AS value FROM audit ORDER BY seq DESC LIMIT 1")[0],
  };
}

/** One column as texts; empty where the table is not there (an older or a newer database). */
function column(database: Database.Database, table: string, query: string): string[] {
  const has = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table);
  if (has === undefined) return [];
  return (database.prepare(query).all() as { value: unknown }[]).map(({ value }) => String(value));
}
