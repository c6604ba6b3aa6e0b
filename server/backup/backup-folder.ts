/** The backup folder: file names, listing, and removal of old backups. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupReason, REASONS } from './reasons.ts';

export const BACKUP_ENDING = '.baraza-backup';

export interface BackupFile {
  file: string;
  reason: BackupReason;
  /** Time of the backup in milliseconds. */
  at: number;
  bytes: number;
}

/** `2026-11-22T05-43-41-123Z.daily.baraza-backup`: sorts by time and is valid on every file system. */
export const backupName = (at: Date, reason: BackupReason): string =>
  `${at.toISOString().replaceAll(/[:.]/g, '-')}.${reason}${BACKUP_ENDING}`;

/** Newest first. Files with other names are not ours and are ignored. */
export function backupsIn(folder: string): BackupFile[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => toFile(folder, name)).sort((a, b) => b.at - a.at);
}

function toFile(folder: string, name: string): BackupFile[] {
  const [, day, time, ms, reason] =
    /^(\d{4}-\d\d-\d\d)T(\d\d-\d\d-\d\d)-(\d{3})Z\.([a-z-]+)\.baraza-backup$/.exec(name) ?? [];
  if (time === undefined || !REASONS.includes(reason as BackupReason)) return [];
  const file = join(folder, name);
  const stat = statSync(file, { throwIfNoEntry: false });
  const at = Date.parse(`${day}T${time.replaceAll('-', ':')}.${ms}Z`);
  return stat && !Number.isNaN(at) ? [{ file, reason: reason as BackupReason, at, bytes: stat.size }] : [];
}

/** The backups to remove: of each reason the newest `keep` stay; backups made by `baraza backup` always stay. */
export function surplus(files: readonly BackupFile[], keep: number): BackupFile[] {
  return REASONS.filter((reason) => reason !== 'asked').flatMap((reason) =>
    files
      .filter((file) => file.reason === reason)
      .sort((a, b) => b.at - a.at)
      .slice(keep),
  );
}

export function removeSurplus(folder: string, keep: number): void {
  for (const { file } of surplus(backupsIn(folder), keep)) rmSync(file, { force: true });
}
