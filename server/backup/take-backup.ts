/**
 * Takes a consistent backup of the database, also while a server writes to it, and packs it into one file with a manifest.
 *
 * `VACUUM INTO` on a second connection reads one snapshot while the server goes on writing; it does not copy free pages, which
 * may still hold erased texts. The copy is verified before it becomes a backup.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { markOpen } from '../storage/high-water.ts';
import { DATABASE_FILE } from '../storage/open-sqlite.ts';
import { type DatabaseFacts, factsOf, integrityProblems, openSecondConnection } from './database-facts.ts';
import { BACKUP_FORMAT, type Manifest } from './manifest.ts';
import type { BackupReason } from './reasons.ts';

/** No backup was taken; the message says why in one line. */
export class BackupFailed extends Error {}

export interface BackupOrder {
  dataFolder: string;
  /** The file to create. */
  to: string;
  reason: BackupReason;
  version: string;
  /** Replaces an existing file. */
  force?: boolean | undefined;
}

export async function takeBackup({ dataFolder, to, reason, version, force = false }: BackupOrder): Promise<Manifest> {
  const database = join(dataFolder, DATABASE_FILE);
  if (!existsSync(database)) throw new BackupFailed(`there is no database in ${dataFolder}`);
  const mayWrite = () => force || !existsSync(to);
  if (!mayWrite()) throw new BackupFailed(`${to} exists; choose another name or add --force`);
  makeFolder(dirname(to));
  requireSpace(dirname(to), statSync(database).size);
  // On the same file system as the target, so that the last step is an atomic rename.
  const work = mkdtempSync(join(dirname(to), '.baraza-backup-'));
  try {
    const copy = join(work, 'copy.db');
    const facts = copyDatabase(database, copy);
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      layout: 1,
      version,
      takenAt: new Date().toISOString(),
      reason,
      bytes: statSync(copy).size,
      sha256: await sha256Of(copy),
      ...facts,
    };
    const packed = join(work, 'packed');
    await pack(copy, manifest, packed);
    if (!mayWrite()) throw new BackupFailed(`${to} exists; choose another name or add --force`);
    await rename(packed, to);
    await syncFolder(dirname(to));
    return manifest;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Creates a folder that only its owner can read. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new BackupFailed(
      `the folder ${folder} cannot be created (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** The copy and the packed file exist at the same time for a moment. */
function requireSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = 2 * bytes + 1_000_000;
  if (bavail * bsize >= needed) return;
  throw new BackupFailed(
    `${folder} has ${Math.floor((bavail * bsize) / 1e6)} MB of free space, and a backup needs ${Math.ceil(needed / 1e6)} MB; free some space, or choose another folder`,
  );
}

/** Copies and verifies the database; returns the facts of the copy. */
function copyDatabase(from: string, to: string): DatabaseFacts {
  orBackupFailed(`the database ${from} cannot be read`, () => {
    const database = openSecondConnection(from);
    try {
      database.prepare('VACUUM INTO ?').run(to);
    } finally {
      database.close();
    }
  });
  // The copy has the open mark of its source, but it is complete without a WAL.
  markOpen(to, false);
  return orBackupFailed('the copy cannot be read', () => {
    const copy = openSecondConnection(to);
    try {
      const [problem] = integrityProblems(copy);
      if (problem !== undefined) throw new Error(problem);
      return factsOf(copy);
    } finally {
      copy.close();
    }
  });
}

/** Runs `work`; an error becomes a `BackupFailed` that begins with `what`. */
function orBackupFailed<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new BackupFailed(`${what} (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`);
  }
}

async function pack(copy: string, manifest: Manifest, to: string): Promise<void> {
  const file = await open(to, 'wx', 0o600);
  try {
    await file.write(`${JSON.stringify(manifest)}\n`);
    await pipeline(createReadStream(copy), createGzip({ level: 6 }), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) await file.appendFile(chunk);
    });
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** A new file name is durable only after its folder is synced. Systems that cannot sync folders (Windows) do not need it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
