/**
 * Replaces the database with a backup. The previous files are moved to a new folder, never deleted. The lock of the data folder
 * is held throughout, so that no server can run on it.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder } from '../storage/data-lock.ts';
import { MARK_FILE } from '../storage/high-water.ts';
import { DATABASE_FILE } from '../storage/open-sqlite.ts';
import type { Manifest } from './manifest.ts';
import { syncFolder } from './take-backup.ts';
import { unpackBackup } from './unpack-backup.ts';

/** Nothing was restored; the message says why in one line. */
export class RestoreRefused extends Error {}

export interface RestoreOrder {
  file: string;
  dataFolder: string;
  /** Names of the migrations of this release; a backup with other migrations was made by a newer release. */
  known: readonly string[];
  /** Called with the unpacked database before it replaces the current one: repeats erasures that are newer than the backup. */
  before?: ((database: string) => Promise<void>) | undefined;
}

export interface Restored {
  manifest: Manifest;
  /** The folder with the previous files; undefined if there were none. */
  aside: string | undefined;
}

export async function restoreBackup({ file, dataFolder, known, before }: RestoreOrder): Promise<Restored> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const release = lockDataFolder(dataFolder);
  const fresh = join(dataFolder, '.restoring.db');
  try {
    for (const part of databaseFiles(fresh)) rmSync(part, { force: true });
    const manifest = await unpackBackup(file, fresh);
    const newer = manifest.migrations.find((name) => !known.includes(name));
    if (newer !== undefined)
      throw new RestoreRefused(
        `the backup was made by a newer Baraza (${manifest.version}); update this one first, nothing was changed`,
      );
    const database = join(dataFolder, DATABASE_FILE);
    await before?.(fresh);
    for (const part of databaseFiles(fresh).slice(1)) rmSync(part, { force: true });
    const aside = moveAside(dataFolder, database);
    renameSync(fresh, database);
    await syncFolder(dataFolder);
    return { manifest, aside };
  } finally {
    for (const part of databaseFiles(fresh)) rmSync(part, { force: true });
    release();
  }
}

/** A database with the WAL and index files of SQLite. The WAL of another database would corrupt a new one. */
const databaseFiles = (database: string): string[] => [database, `${database}-wal`, `${database}-shm`];

function moveAside(dataFolder: string, database: string): string | undefined {
  // The high-water mark belongs to the previous database.
  const there = [...databaseFiles(database), join(dataFolder, MARK_FILE)].filter((part) => existsSync(part));
  if (there.length === 0) return undefined;
  const aside = join(dataFolder, `before-restore-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}`);
  mkdirSync(aside, { mode: 0o700 });
  // The WAL first: a crash in between leaves an older database, but never a database with a foreign WAL.
  for (const part of there.reverse()) renameSync(part, join(aside, part.slice(dataFolder.length + 1)));
  return aside;
}
