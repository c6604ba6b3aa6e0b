/** Removes deleted data from the files of SQLite. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * SQLite overwrites deleted rows with zeros (`secure_delete`), but copies may remain in the WAL and, after rows have moved between
 * pages, in unused parts of a page. `thorough` rewrites the database; then the WAL is emptied. Returns false if a reader (a running
 * backup) still uses old pages: then call it again.
 */
export async function forgetBytes(db: Kysely<Tables>, thorough: boolean): Promise<boolean> {
  try {
    if (thorough) await sql`VACUUM`.execute(db);
    const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
    return rows[0]?.busy === 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return false;
    throw error;
  }
}
