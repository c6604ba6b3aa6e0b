/** Puts a backup in place, and says what is there now and where the rest went. */
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

interface Asked {
  file: string;
  data: string | undefined;
  io: Io;
}

export async function restoreFile({ file, data, io }: Asked): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  const dataFolder = dataFolderOf(data, io);
  try {
    let again = 0;
    const before = async (database: string) => {
      again = await reapplyErasuresTo(database);
    };
    const { manifest, aside } = await restoreBackup({ file: path, dataFolder, known: MIGRATION_NAMES, before });
    const { exercises, events, takenAt } = manifest;
    io.write(`${count(exercises, 'exercise')} and ${count(events, 'event')} of ${takenAt} are in ${dataFolder}.\n`);
    if (again > 0) io.write(`Erased again, or revoked again, as it was since the backup: ${again}.\n`);
    if (aside !== undefined) io.write(`What was there before is in ${aside}; delete it when it is not needed.\n`);
    const elsewhere = resolve(io.cwd, 'data') === dataFolder ? '' : `BARAZA_DATA=${relative(io.cwd, dataFolder)} `;
    io.note(`Now: ${elsewhere}npx baraza start. Classes are there, paused; people come back by themselves.\n`);
    return 0;
  } catch (error) {
    throw asUsage(error, path);
  }
}

/** What people can mend is one sentence. */
function asUsage(error: unknown, file: string): unknown {
  if (error instanceof BackupUnreadable)
    return new UsageError(`${file} is no whole backup: ${error.message}; nothing was changed`);
  const system = error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
  if (error instanceof RestoreRefused || error instanceof DataFolderInUse || system)
    return new UsageError(error.message);
  return error;
}
