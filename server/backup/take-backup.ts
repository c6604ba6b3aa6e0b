/**
 * Takes a consistent copy of the database, also while a server plays on it, and packs it into one file that says what it is.
 *
 * `VACUUM INTO` through a connection of its own reads one moment of the log while the server goes on writing; it also leaves
 * behind the free pages, where erased words might still lie. The copy is checked before anything is called a backup.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sayOpen } from '../storage/high-water.ts';
import { DATABASE_FILE } from '../storage/open-sqlite.ts';
import { type DatabaseFacts, factsOf, integrityProblems, openBeside } from './database-facts.ts';
import { BACKUP_FORMAT, type Manifest } from './manifest.ts';
import type { BackupReason } from './reasons.ts';

/** Why there is no backup, in one line for people. */
export class BackupFailed extends Error {}

export interface BackupOrder {
  dataFolder: string;
  /** The file to be made. */
  to: string;
  reason: BackupReason;
  version: string;
  /** Whether a file that is there already may be replaced. */
  force?: boolean | undefined;
}

export async function takeBackup({ dataFolder, to, reason, version, force = false }: BackupOrder): Promise<Manifest> {
  const database = join(dataFolder, DATABASE_FILE);
  if (!existsSync(database))
    throw new BackupFailed(`there is no database in ${dataFolder}: nothing was ever kept there`);
  const mayBeMade = () => force || !existsSync(to);
  if (!mayBeMade()) throw new BackupFailed(`${to} exists; choose another name or add --force`);
  makeFolder(dirname(to));
  requireRoom(dirname(to), statSync(database).size);
  // Beside the file, so that what fits there is known before, and the last step is a renaming.
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
    if (!mayBeMade()) throw new BackupFailed(`${to} exists; choose another name or add --force`);
    await rename(packed, to);
    await syncFolder(dirname(to));
    return manifest;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A folder that is made for backups is for their owner only. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new BackupFailed(
      `the folder ${folder} cannot be made (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** The copy and its packed form lie there together for a moment. */
function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const wanted = 2 * bytes + 1_000_000;
  if (bavail * bsize >= wanted) return;
  throw new BackupFailed(
    `${folder} has room for ${Math.floor((bavail * bsize) / 1e6)} MB and a backup needs ${Math.ceil(wanted / 1e6)} MB for a moment; free some or name another place`,
  );
}

/** Copies, checks, and tells what is in the copy. */
function copyDatabase(from: string, to: string): DatabaseFacts {
  inOneLine(`the database ${from} cannot be read`, () => {
    const database = openBeside(from);
    try {
      database.prepare('VACUUM INTO ?').run(to);
    } finally {
      database.close();
    }
  });
  // Copied while it was open, and whole all the same: it has no log of its own.
  sayOpen(to, false);
  return inOneLine('the copy cannot be read', () => {
    const copy = openBeside(to);
    try {
      const [problem] = integrityProblems(copy);
      if (problem !== undefined) throw new Error(problem);
      return factsOf(copy);
    } finally {
      copy.close();
    }
  });
}

function inOneLine<T>(what: string, work: () => T): T {
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

/** A name is on the disk only when its folder is. Systems that cannot sync folders keep names by themselves. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
