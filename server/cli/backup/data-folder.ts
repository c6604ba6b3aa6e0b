/** The data folder a command is meant for: named, or as the server would take it. */
import { resolve } from 'node:path';
import { type BackupSettings, ConfigError, readBackups } from '../../host/config.ts';
import { type Io, UsageError } from '../subcommand.ts';

export const dataFolderOf = (named: string | undefined, io: Io): string =>
  resolve(io.cwd, named ?? process.env['BARAZA_DATA'] ?? 'data');

/** Where the server of that folder puts its backups; undefined where it takes none. */
export function backupSettingsOf(dataFolder: string): BackupSettings | undefined {
  try {
    return readBackups(dataFolder, process.env['BARAZA_BACKUPS'], process.env['BARAZA_BACKUPS_KEEP']);
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}
