/**
 * What happens to a kept database before the server opens it: a damaged one is refused, with the backup that can take its
 * place; an older one is backed up before its tables are changed.
 */
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../storage/open-sqlite.ts';
import { BACKUP_FOLDER, type BackupSettings } from '../host/config.ts';
import { backupName, backupsIn, removeSurplus } from './backup-folder.ts';
import { factsOf, integrityProblems, openBeside } from './database-facts.ts';
import { takeBackup } from './take-backup.ts';

/** The database is damaged; the message names what to do, in one line. */
export class DatabaseDamaged extends Error {
  constructor(file: string, problem: string, backups: string) {
    const [newest] = backupsIn(backups);
    const remedy = newest
      ? `the newest backup is of ${new Date(newest.at).toISOString()}: npx baraza restore ${newest.file}`
      : 'put a good copy there, or move the file away to begin anew';
    super(`the database ${file} is damaged (${problem.replaceAll(/\s+/g, ' ')}); ${remedy}`);
    this.name = 'DatabaseDamaged';
  }
}

interface Parts {
  dataFolder: string;
  backups: BackupSettings | undefined;
  version: string;
  /** The migrations of this program, in order. */
  known: readonly string[];
}

/** Call it with the data folder locked. Throws `DatabaseDamaged`, or `BackupFailed` where an older one cannot be kept first. */
export async function lookBeforeOpening({ dataFolder, backups, version, known }: Parts): Promise<void> {
  const file = join(dataFolder, DATABASE_FILE);
  if (!existsSync(file)) return;
  // Where its log was taken away, the index of that log would be believed, and the database be called damaged.
  if (!existsSync(`${file}-wal`)) rmSync(`${file}-shm`, { force: true });
  // Where the server takes none by itself, somebody may have.
  const folder = backups?.folder ?? join(dataFolder, BACKUP_FOLDER);
  const migrations = read(file, folder);
  const older = migrations.length > 0 && known.some((name) => !migrations.includes(name));
  if (!older) return;
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

/** The migrations it has been through. */
function read(file: string, backups: string): string[] {
  const damaged = (problem: string) => new DatabaseDamaged(file, problem, backups);
  if (statSync(file).size === 0) throw damaged('it is empty');
  // Opened by SQLite, it would get the pages of its log written over whatever it is.
  if (!hasHeader(file)) throw damaged('it is no database');
  let database: ReturnType<typeof openBeside> | undefined;
  try {
    database = openBeside(file);
    const [problem] = integrityProblems(database);
    if (problem !== undefined) throw damaged(problem);
    return factsOf(database).migrations;
  } catch (error) {
    if (error instanceof DatabaseDamaged) throw error;
    // Somebody else holds it: whoever opens it next says so.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return [];
    throw damaged(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  } finally {
    database?.close();
  }
}
