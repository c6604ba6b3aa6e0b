/**
 * Backups that nobody has to think of: daily where anything was played, and at the end of each class. A failure is a line in
 * the log and never disturbs a class.
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

interface Parts extends BackupSettings {
  dataFolder: string;
  version: string;
  log: Log;
  taken: (outcome: 'ok' | 'failed') => void;
  take?: (order: BackupOrder) => Promise<unknown>;
}

const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = 15 * 60_000;
const DAY_MS = 24 * 3600_000;
/** Several classes end together at noon. */
const SETTLE_MS = 2000;

export class AutomaticBackups {
  readonly #parts: Parts;
  #timers: NodeJS.Timeout[] = [];
  #settling: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    removeLeftOvers(this.#parts.folder);
    const look = () => void this.lookDaily();
    this.#timers = [setTimeout(look, FIRST_LOOK_MS), setInterval(look, LOOK_EVERY_MS)];
    for (const timer of this.#timers) timer.unref();
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    clearTimeout(this.#settling);
  }

  classEnded(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#take('class-ended'), SETTLE_MS).unref();
  }

  /** Takes one where a day has passed and something has changed since the last. */
  async lookDaily(now = Date.now()): Promise<void> {
    const [newest] = backupsIn(this.#parts.folder);
    if (isDue(newest?.at, changedAt(this.#parts.dataFolder), now)) await this.#take('daily');
  }

  /** One after the other; resolves when it is there, or its failure is told. */
  #take(reason: BackupReason): Promise<void> {
    this.#last = this.#last.then(() => this.#takeNow(reason));
    return this.#last;
  }

  async #takeNow(reason: BackupReason): Promise<void> {
    const { dataFolder, folder, keep, version, log, taken, take = backupInChild } = this.#parts;
    const to = join(folder, backupName(new Date(), reason));
    try {
      await take({ dataFolder, to, reason, version });
      removeSurplus(folder, keep);
      taken('ok');
      log.info({ backup: to }, 'a backup was taken');
    } catch (err) {
      taken('failed');
      log.error({ err, folder }, 'a backup could not be taken');
    }
  }
}

export const isDue = (newest: number | undefined, changed: number, now: number): boolean =>
  changed > (newest ?? 0) && now - (newest ?? 0) >= DAY_MS;

/** When the database was last written; 0 where there is none. */
function changedAt(dataFolder: string): number {
  const database = join(dataFolder, DATABASE_FILE);
  return Math.max(
    ...[database, `${database}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

/** What a backup that was cut off left behind. */
function removeLeftOvers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith('.baraza-backup-')) continue;
      const left = join(folder, name);
      if (Date.now() - statSync(left).mtimeMs > DAY_MS) rmSync(left, { recursive: true, force: true });
    }
  } catch {
    // No folder yet: nothing was left.
  }
}
