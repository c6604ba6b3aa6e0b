/**
 * Takes backups on a schedule: once a day if the database has changed, and after each class. A failure is logged and never
 * disturbs a class.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupSettings } from '../host/config.ts';
import type { Log } from '../host/log.ts';
import { DATABASE_FILE } from '../storage/open-sqlite.ts';
import { backupInChild } from './backup-in-child.ts';
import { backupName, backupsIn, removeSurplus } from './backup-folder.ts';
import type { BackupReason } from './reasons.ts';
import type { BackupOrder } from './take-backup.ts';

interface AutomaticBackupOptions extends BackupSettings {
  dataFolder: string;
  version: string;
  log: Log;
  /** Called after every attempt. */
  onAttempt: (outcome: 'ok' | 'failed') => void;
  /** Takes one backup; in a child process by default. */
  take?: (order: BackupOrder) => Promise<unknown>;
}

const FIRST_CHECK_MS = 60_000;
const CHECK_EVERY_MS = 15 * 60_000;
const DAY_MS = 24 * 3600_000;
/** Classes that end within this time share one backup. */
const DEBOUNCE_MS = 2000;

export class AutomaticBackups {
  readonly #options: AutomaticBackupOptions;
  #timers: NodeJS.Timeout[] = [];
  #debounce: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(options: AutomaticBackupOptions) {
    this.#options = options;
  }

  start(): void {
    removeUnfinished(this.#options.folder);
    const check = () => void this.takeIfDue();
    this.#timers = [setTimeout(check, FIRST_CHECK_MS), setInterval(check, CHECK_EVERY_MS)];
    for (const timer of this.#timers) timer.unref();
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    clearTimeout(this.#debounce);
  }

  classEnded(): void {
    clearTimeout(this.#debounce);
    this.#debounce = setTimeout(() => void this.#take('class-ended'), DEBOUNCE_MS).unref();
  }

  /** Takes a backup if the newest is a day old and the database has changed since. */
  async takeIfDue(now = Date.now()): Promise<void> {
    const [newest] = backupsIn(this.#options.folder);
    if (isDue(newest?.at, changedAt(this.#options.dataFolder), now)) await this.#take('daily');
  }

  /** Runs attempts one after another. Resolves after the attempt; a failure is logged, never thrown. */
  #take(reason: BackupReason): Promise<void> {
    this.#last = this.#last.then(() => this.#takeNow(reason));
    return this.#last;
  }

  async #takeNow(reason: BackupReason): Promise<void> {
    const { dataFolder, folder, keep, version, log, onAttempt, take = backupInChild } = this.#options;
    const to = join(folder, backupName(new Date(), reason));
    try {
      await take({ dataFolder, to, reason, version });
      removeSurplus(folder, keep);
      onAttempt('ok');
      log.info({ backup: to }, 'a backup was taken');
    } catch (err) {
      onAttempt('failed');
      log.error({ err, folder }, 'a backup could not be taken');
    }
  }
}

export const isDue = (newest: number | undefined, changed: number, now: number): boolean =>
  changed > (newest ?? 0) && now - (newest ?? 0) >= DAY_MS;

/** Time of the last write to the database in milliseconds; 0 if there is no database. */
function changedAt(dataFolder: string): number {
  const database = join(dataFolder, DATABASE_FILE);
  return Math.max(
    ...[database, `${database}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

/** Removes work folders of backups that were interrupted more than a day ago. */
function removeUnfinished(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith('.baraza-backup-')) continue;
      const unfinished = join(folder, name);
      if (Date.now() - statSync(unfinished).mtimeMs > DAY_MS) rmSync(unfinished, { recursive: true, force: true });
    }
  } catch {
    // The folder does not exist yet.
  }
}
