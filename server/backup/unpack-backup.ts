/** Reads a backup and verifies it: size, checksum and the integrity check of SQLite. */
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { integrityProblems, openSecondConnection } from './database-facts.ts';
import { BackupUnreadable, MAX_MANIFEST_BYTES, type Manifest, parseManifest } from './manifest.ts';
import { sha256Of } from './take-backup.ts';

/** The manifest, and the offset in bytes at which the packed database begins. */
export async function readManifest(file: string): Promise<{ manifest: Manifest; begins: number }> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new BackupUnreadable(`it cannot be opened (${error instanceof Error ? error.message : String(error)})`);
  });
  try {
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(MAX_MANIFEST_BYTES), 0, MAX_MANIFEST_BYTES, 0)
      .catch(() => {
        throw new BackupUnreadable('it is not a file');
      });
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    return { manifest: parseManifest(buffer.toString('utf8', 0, Math.max(end, 0))), begins: end + 1 };
  } finally {
    await handle.close();
  }
}

/** Unpacks the database to `to` and returns the manifest. Deletes `to` and throws if the backup is damaged. */
export async function unpackBackup(file: string, to: string): Promise<Manifest> {
  const { manifest, begins } = await readManifest(file);
  try {
    await pipeline(
      createReadStream(file, { start: begins }),
      createGunzip(),
      limitTo(manifest.bytes),
      createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }),
    ).catch((error: unknown) => {
      // An error of the disk does not mean that the backup is damaged.
      if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))) throw error;
      throw new BackupUnreadable(
        error instanceof BackupUnreadable ? error.message : 'its packed part is damaged or incomplete',
      );
    });
    if (statSync(to).size !== manifest.bytes) throw new BackupUnreadable('it is incomplete');
    if ((await sha256Of(to)) !== manifest.sha256) throw new BackupUnreadable('its content does not match its checksum');
    requireIntact(to);
    return manifest;
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
}

/** Passes on at most `maxBytes`: a small file that unpacks to a huge one must not fill the disk. */
const limitTo = (maxBytes: number) =>
  async function* (chunks: AsyncIterable<Buffer>) {
    let passed = 0;
    for await (const chunk of chunks) {
      passed += chunk.length;
      if (passed > maxBytes) throw new BackupUnreadable('it is larger than its manifest says');
      yield chunk;
    }
  };

function requireIntact(file: string): void {
  let problems: string[];
  const database = openSecondConnection(file);
  try {
    problems = integrityProblems(database);
  } catch (error) {
    problems = [error instanceof Error ? error.message : String(error)];
  } finally {
    database.close();
  }
  if (problems.length > 0) throw new BackupUnreadable(`its database is damaged (${problems[0]})`);
}
