/**
 * Checks an existing database before the server opens it: rejects a damaged one and names the newest backup; backs up one of
 * an older version before its migrations run.
 */
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../storage/open-sqlite.ts';
import { BACKUP_FOLDER, type BackupSettings } from '../host/config.ts';
import { backupName, backupsIn, removeSurplus } from './backup-folder.ts';
import { factsOf, integrityProblems, openSecondConnection } from './database-facts.ts';
import { takeBackup } from './take-backup.ts';

/** The database is damaged; the message states the remedy in one line. */
export class DatabaseDamaged extends Error {
  constructor(file: string, problem: string, backups: string) {
    const [newest] = backupsIn(backups);
    const remedy = newest
      ? `restore the newest backup (${new Date(newest.at).toISOString()}): npx baraza restore ${newest.file}`
      : 'put an undamaged copy there, or move the file away to start with an empty database';
    super(`the database ${file} is damaged (${problem.replaceAll(/\s+/g, ' ')}); ${remedy}`);
    this.name = 'DatabaseDamaged';
  }
}

interface OpeningCheck {
  dataFolder: string;
  backups: BackupSettings | undefined;
  version: string;
  /** Names of the migrations of this release, in order. */
  known: readonly string[];
}

/** The caller holds the lock of the data folder. Throws `DatabaseDamaged`, or `BackupFailed` if an older one cannot be backed up. */
export async function checkBeforeOpening({ dataFolder, backups, version, known }: OpeningCheck): Promise<void> {
  const file = join(dataFolder, DATABASE_FILE);
  if (!existsSync(file)) return;
  // Without the WAL file its old index (`-shm`) is stale, and SQLite would report a damaged database.
  if (!existsSync(`${file}-wal`)) rmSync(`${file}-shm`, { force: true });
  // With automatic backups off, the operator may still have taken some.
  const folder = backups?.folder ?? join(dataFolder, BACKUP_FOLDER);
  const applied = appliedMigrations(file, folder);
  const isOlder = applied.length > 0 && known.some((name) => !applied.includes(name));
  if (!isOlder) return;
  const to = join(folder, backupName(new Date(), 'before-migration'));
  await takeBackup({ dataFolder, to, reason: 'before-migration', version });
  removeSurplus(folder, backups?.keep ?? 1);
}

const HEADER = 'SQLite format 3\0';

function hasHeader(file: string): boolean {
  const begin = Buffer.alloc(HEADER.length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, begin);
  } finally {
    closeSync(descriptor);
  }
  return begin.toString('latin1') === HEADER;
}

/** Names of the migrations the database has been through; empty if another program locks it. */
function appliedMigrations(file: string, backups: string): string[] {
  const damaged = (problem: string) => new DatabaseDamaged(file, problem, backups);
  if (statSync(file).size === 0) throw damaged('it is empty');
  // SQLite would write pages of the WAL over a file of any other kind.
  if (!hasHeader(file)) throw damaged('it is not a database');
  let database: ReturnType<typeof openSecondConnection> | undefined;
  try {
    database = openSecondConnection(file);
    const [problem] = integrityProblems(database);
    if (problem !== undefined) throw damaged(problem);
    return factsOf(database).migrations;
  } catch (error) {
    if (error instanceof DatabaseDamaged) throw error;
    // Another program locks the database: opening it will report that.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return [];
    throw damaged(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  } finally {
    database?.close();
  }
}
