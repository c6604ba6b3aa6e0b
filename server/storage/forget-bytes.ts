/** What was deleted must not be found in any file. SQLite's own means; another database has others. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Deleted rows are zeroed where they lay (`secure_delete`), but copies may linger in the write-ahead log, and, after rows have
 * moved between pages, in unused corners of a page. So: optionally write the database anew, then empty the log.
 * Answers false where a reader (a backup under way) still needs old pages; nothing is lost then, only not forgotten yet.
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
