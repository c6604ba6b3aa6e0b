/** Tests whether this server can run a class now: all exercises are open, and disk and database accept writes. */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LogStore } from '../storage/exercise-store.ts';

export type Readiness = { ready: true } | { ready: false; because: 'opening' | 'stopping' | 'disk' | 'database' };

/** Frequent requests share one probe, so that they do not wear out the disk. */
const FRESH_MS = 2000;
const PROBE = Buffer.alloc(16 * 1024, 'baraza');
/** No exercise has this id, so the probe takes the database's write lock and changes nothing. */
const NO_EXERCISE = 'readiness';

interface ReadinessOptions {
  /** The state of the server. */
  stage: () => 'opening' | 'open' | 'stopping';
  store: LogStore;
  /** The data folder; undefined in tests without one. */
  folder: string | undefined;
  now: () => number;
}

export class ReadinessProbe {
  readonly #options: ReadinessOptions;
  #last: { at: number; found: Promise<Readiness> } | undefined;

  constructor(options: ReadinessOptions) {
    this.#options = options;
  }

  /** Probes at most once in two seconds. Never throws. */
  async look(): Promise<Readiness> {
    const stage = this.#options.stage();
    if (stage !== 'open') return { ready: false, because: stage };
    const now = this.#options.now();
    if (!this.#last || now - this.#last.at > FRESH_MS) this.#last = { at: now, found: this.#probe() };
    return this.#last.found;
  }

  async #probe(): Promise<Readiness> {
    const { store, folder } = this.#options;
    if (folder !== undefined && !canWrite(folder)) return { ready: false, because: 'disk' };
    try {
      await store.saveClock(NO_EXERCISE, 0);
      return { ready: true };
    } catch {
      return { ready: false, because: 'database' };
    }
  }
}

/** Writes and deletes a small file. */
function canWrite(folder: string): boolean {
  const file = join(folder, '.ready-probe');
  try {
    const handle = openSync(file, 'w', 0o600);
    try {
      writeSync(handle, PROBE);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return true;
  } catch {
    return false;
  } finally {
    rmSync(file, { force: true });
  }
}
