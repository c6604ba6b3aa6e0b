/** Reads a backup and proves that it is whole: checksum, length, and the database's own check. */
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { integrityProblems, openBeside } from './database-facts.ts';
import { BackupUnreadable, LONGEST_MANIFEST, type Manifest, parseManifest } from './manifest.ts';
import { sha256Of } from './take-backup.ts';

/** The manifest, and where the packed database begins. */
export async function readManifest(file: string): Promise<{ manifest: Manifest; begins: number }> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new BackupUnreadable(`it cannot be opened (${error instanceof Error ? error.message : String(error)})`);
  });
  try {
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(LONGEST_MANIFEST), 0, LONGEST_MANIFEST, 0)
      .catch(() => {
        throw new BackupUnreadable('it is no file');
      });
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    return { manifest: parseManifest(buffer.toString('utf8', 0, Math.max(end, 0))), begins: end + 1 };
  } finally {
    await handle.close();
  }
}

/** Unpacks the database to `to` and answers its manifest. Nothing stays at `to` where the backup is not whole. */
export async function unpackBackup(file: string, to: string): Promise<Manifest> {
  const { manifest, begins } = await readManifest(file);
  try {
    await pipeline(
      createReadStream(file, { start: begins }),
      createGunzip(),
      upTo(manifest.bytes),
      createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }),
    ).catch((error: unknown) => {
      // What the disk says is no fault of the backup.
      if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))) throw error;
      throw new BackupUnreadable(
        error instanceof BackupUnreadable ? error.message : 'its packed part is damaged or cut off',
      );
    });
    if (statSync(to).size !== manifest.bytes) throw new BackupUnreadable('it is cut off');
    if ((await sha256Of(to)) !== manifest.sha256) throw new BackupUnreadable('its content does not have its checksum');
    requireWhole(to);
    return manifest;
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
}

/** Passes on at most so many bytes: a small file must not fill a disk. */
const upTo = (most: number) =>
  async function* (chunks: AsyncIterable<Buffer>) {
    let passed = 0;
    for await (const chunk of chunks) {
      passed += chunk.length;
      if (passed > most) throw new BackupUnreadable('it holds more than its manifest says');
      yield chunk;
    }
  };

function requireWhole(file: string): void {
  let problems: string[];
  const database = openBeside(file);
  try {
    problems = integrityProblems(database);
  } catch (error) {
    problems = [error instanceof Error ? error.message : String(error)];
  } finally {
    database.close();
  }
  if (problems.length > 0) throw new BackupUnreadable(`its database is damaged (${problems[0]})`);
}
