/** The data folder of a command: the one given by `--data`, else the one the server would use. */
import { resolve } from 'node:path';
import { type BackupSettings, ConfigError, readBackups } from '../../host/config.ts';
import { type Io, UsageError } from '../subcommand.ts';

export const dataFolderOf = (option: string | undefined, io: Io): string =>
  resolve(io.cwd, option ?? process.env['BARAZA_DATA'] ?? 'data');

/** Where the server of this folder puts its backups; undefined if automatic backups are off. */
export function backupSettingsOf(dataFolder: string): BackupSettings | undefined {
  try {
    return readBackups(dataFolder, process.env['BARAZA_BACKUPS'], process.env['BARAZA_BACKUPS_KEEP']);
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}
