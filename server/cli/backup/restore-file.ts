/** `baraza restore`: restores a backup and prints what was restored and where the previous data went. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { BackupUnreadable } from '../../backup/manifest.ts';
import { RestoreRefused, restoreBackup } from '../../backup/restore-backup.ts';
import { reapplyErasuresTo } from '../../personal-data/reapply-erasures.ts';
import { DataFolderInUse } from '../../storage/data-lock.ts';
import { MIGRATION_NAMES } from '../../storage/migrations.ts';
import { type ExitCode, type Io, UsageError } from '../subcommand.ts';
import { dataFolderOf } from './data-folder.ts';
import { count } from './figures.ts';

interface RestoreFileOptions {
  file: string;
  data: string | undefined;
  io: Io;
}

export async function restoreFile({ file, data, io }: RestoreFileOptions): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  const dataFolder = dataFolderOf(data, io);
  try {
    let erasedAgain = 0;
    const before = async (database: string) => {
      erasedAgain = await reapplyErasuresTo(database);
    };
    const { manifest, aside } = await restoreBackup({ file: path, dataFolder, known: MIGRATION_NAMES, before });
    const { exercises, events, takenAt } = manifest;
    io.write(
      `Restored ${count(exercises, 'exercise')} with ${count(events, 'event')} to ${dataFolder}; the backup is from ${takenAt}.\n`,
    );
    if (erasedAgain > 0)
      io.write(`Erased again or revoked again, because that happened after the backup: ${erasedAgain}.\n`);
    if (aside !== undefined) io.write(`The previous data is in ${aside}; delete it when you no longer need it.\n`);
    const elsewhere = resolve(io.cwd, 'data') === dataFolder ? '' : `BARAZA_DATA=${relative(io.cwd, dataFolder)} `;
    io.note(`Next: ${elsewhere}npx baraza start. Restored classes are paused; participants reconnect on their own.\n`);
    return 0;
  } catch (error) {
    throw asUsage(error, path);
  }
}

/** An error that the caller can fix becomes a `UsageError`, which prints as one sentence. */
function asUsage(error: unknown, file: string): unknown {
  if (error instanceof BackupUnreadable)
    return new UsageError(`${file} cannot be restored: ${error.message}; nothing was changed`);
  const system = error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
  if (error instanceof RestoreRefused || error instanceof DataFolderInUse || system)
    return new UsageError(error.message);
  return error;
}
