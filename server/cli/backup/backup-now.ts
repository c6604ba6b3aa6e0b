/** `baraza backup`: takes a backup now. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backupName } from '../../backup/backup-folder.ts';
import { BACKUP_FOLDER } from '../../host/config.ts';
import { BackupFailed, takeBackup } from '../../backup/take-backup.ts';
import { projectVersion } from '../../host/project.ts';
import { type ExitCode, type Io, UsageError } from '../subcommand.ts';
import { backupSettingsOf, dataFolderOf } from './data-folder.ts';
import { count, size } from './figures.ts';

interface BackupNowOptions {
  to: string | undefined;
  data: string | undefined;
  force: boolean;
  io: Io;
}

export async function backupNow({ to, data, force, io }: BackupNowOptions): Promise<ExitCode> {
  const dataFolder = dataFolderOf(data, io);
  const file = to === undefined ? defaultFile(dataFolder) : resolve(io.cwd, to);
  try {
    const manifest = await takeBackup({ dataFolder, to: file, reason: 'asked', version: projectVersion(), force });
    io.write(`${file}\n`);
    io.note(
      `${count(manifest.exercises, 'exercise')}, ${count(manifest.events, 'event')}, ${size(statSync(file).size)}. ` +
        'It holds names and texts of participants: store it as safely as the data folder.\n',
    );
    return 0;
  } catch (error) {
    throw asUsage(error);
  }
}

/** A file among the server's own backups. */
function defaultFile(dataFolder: string): string {
  const folder = backupSettingsOf(dataFolder)?.folder ?? join(dataFolder, BACKUP_FOLDER);
  return join(folder, backupName(new Date(), 'asked'));
}

/** An error that the caller can fix becomes a `UsageError`, which prints as one sentence. */
function asUsage(error: unknown): unknown {
  const system = error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
  return error instanceof BackupFailed || system ? new UsageError(error.message) : error;
}
