/**
 * Allows one process per data folder. SQLite holds a lock of the operating system, which ends with the process, so it can never
 * be stale. The pid file is only for the error message.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

export class DataFolderInUse extends Error {
  constructor(folder: string, pid: string) {
    super(
      `another Baraza (process ${pid}) already uses the data folder ${folder}; stop it or set BARAZA_DATA to another folder`,
    );
    this.name = 'DataFolderInUse';
  }
}

/** Takes the lock or throws `DataFolderInUse`. The returned function releases it. */
export function lockDataFolder(folder: string): () => void {
  const pidFile = join(folder, 'baraza.pid');
  const database = new Database(join(folder, 'baraza.lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    throw new DataFolderInUse(folder, readPid(pidFile));
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
