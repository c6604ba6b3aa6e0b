/** Opens the data folder for one command, with the lock that a server takes. Fails while a server runs on the folder. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderInUse, lockDataFolder } from '../../storage/data-lock.ts';
import type { ExerciseRecord, ExerciseStore } from '../../storage/exercise-store.ts';
import { HighWater } from '../../storage/high-water.ts';
import { markedStore } from '../../storage/marked-store.ts';
import { DATABASE_FILE, DatabaseUnreadable, openSqliteStore } from '../../storage/open-sqlite.ts';
import { dataFolderOf } from '../backup/data-folder.ts';
import { type Io, UsageError } from '../subcommand.ts';

export interface OpenData {
  store: ExerciseStore;
  folder: string;
}

/** `instead`: the way to do the same while a server runs, for the error message. */
export async function withData<T>(
  { data, io, instead }: { data: string | undefined; io: Io; instead: string },
  work: (open: OpenData) => Promise<T>,
): Promise<T> {
  const folder = dataFolderOf(data, io);
  if (!existsSync(join(folder, DATABASE_FILE)))
    throw new UsageError(`there is no data in ${folder}; give another folder with --data`);
  const release = lock(folder, instead);
  try {
    const mark = new HighWater(folder, DATABASE_FILE);
    const opened = await openSqliteStore(folder).catch((error: unknown) => {
      throw error instanceof DatabaseUnreadable ? new UsageError(error.message) : error;
    });
    // The mark follows erasures, so that the next start does not report them as missing data.
    const store = markedStore(opened, mark);
    try {
      return await work({ store, folder });
    } finally {
      await store.close();
    }
  } finally {
    release();
  }
}

function lock(folder: string, instead: string): () => void {
  try {
    return lockDataFolder(folder);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    throw new UsageError(`a server is running on ${folder}: ${instead}, or stop the server first`);
  }
}

/** The class with this code or id. Codes are reused: throws `UsageError` with the ids if several classes had the code. */
export async function classOf(store: ExerciseStore, asked: string): Promise<ExerciseRecord> {
  const code = asked.toUpperCase().replaceAll(/[\s-]/g, '');
  const found = (await store.list()).filter(({ id, pin }) => id === asked || pin === code);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only) throw new UsageError(`there is no class ${asked}; \`npx baraza retention --dry-run\` lists them all`);
  const ids = found.map(({ id, createdAt }) => `  ${id}  opened ${new Date(createdAt).toISOString()}`);
  throw new UsageError(`several classes had the code ${code}; give the id instead:\n${ids.join('\n')}`);
}
