/**
 * Puts a backup in the place of what is kept. What was there is moved aside whole, never deleted; the lock of the data folder
 * is held throughout, so no server can run there meanwhile.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder } from '../storage/data-lock.ts';
import { MARK_FILE } from '../storage/high-water.ts';
import { DATABASE_FILE } from '../storage/open-sqlite.ts';
import type { Manifest } from './manifest.ts';
import { syncFolder } from './take-backup.ts';
import { unpackBackup } from './unpack-backup.ts';

/** Why nothing was restored, in one line for people. */
export class RestoreRefused extends Error {}

export interface RestoreOrder {
  file: string;
  dataFolder: string;
  /** The migrations that this program knows; a backup with others was made by a newer one. */
  known: readonly string[];
  /** Called with the restored database before it takes its place, to erase again what was erased since. */
  before?: ((database: string) => Promise<void>) | undefined;
}

export interface Restored {
  manifest: Manifest;
  /** The folder that holds what was there before; undefined where nothing was. */
  aside: string | undefined;
}

export async function restoreBackup({ file, dataFolder, known, before }: RestoreOrder): Promise<Restored> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const release = lockDataFolder(dataFolder);
  const fresh = join(dataFolder, '.restoring.db');
  try {
    for (const part of partsOf(fresh)) rmSync(part, { force: true });
    const manifest = await unpackBackup(file, fresh);
    const newer = manifest.migrations.find((name) => !known.includes(name));
    if (newer !== undefined)
      throw new RestoreRefused(
        `the backup was made by a newer Baraza (${manifest.version}); update this one first, nothing was changed`,
      );
    const database = join(dataFolder, DATABASE_FILE);
    await before?.(fresh);
    for (const part of partsOf(fresh).slice(1)) rmSync(part, { force: true });
    const aside = moveAside(dataFolder, database);
    renameSync(fresh, database);
    await syncFolder(dataFolder);
    return { manifest, aside };
  } finally {
    for (const part of partsOf(fresh)) rmSync(part, { force: true });
    release();
  }
}

/** A database and what SQLite keeps beside it. A log of another database beside a new one would spoil it. */
const partsOf = (database: string): string[] => [database, `${database}-wal`, `${database}-shm`];

function moveAside(dataFolder: string, database: string): string | undefined {
  // With it goes what is known of how far it reached.
  const there = [...partsOf(database), join(dataFolder, MARK_FILE)].filter((part) => existsSync(part));
  if (there.length === 0) return undefined;
  const aside = join(dataFolder, `before-restore-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}`);
  mkdirSync(aside, { mode: 0o700 });
  // The log first: without it the database is older, but never with a stranger's log.
  for (const part of there.reverse()) renameSync(part, join(aside, part.slice(dataFolder.length + 1)));
  return aside;
}
