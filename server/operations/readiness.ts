/** Whether a class can be held here now: everything kept is open, and what is asked for can be written. */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LogStore } from '../storage/exercise-store.ts';

export type Readiness = { ready: true } | { ready: false; because: 'opening' | 'stopping' | 'disk' | 'database' };

/** Somebody who asks all the time must not wear out the disk. */
const FRESH_MS = 2000;
const PROBE = Buffer.alloc(16 * 1024, 'baraza');
/** No exercise has this id: the database takes its lock for writing and changes nothing. */
const NOBODY = 'readiness';

interface Parts {
  /** What the server says of itself. */
  stage: () => 'opening' | 'open' | 'stopping';
  store: LogStore;
  /** Where the data lies; undefined where there is no folder (tests). */
  folder: string | undefined;
  now: () => number;
}

export class ReadinessProbe {
  readonly #parts: Parts;
  #last: { at: number; found: Promise<Readiness> } | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Looks, at most once in two seconds. Never throws. */
  async look(): Promise<Readiness> {
    const stage = this.#parts.stage();
    if (stage !== 'open') return { ready: false, because: stage };
    const now = this.#parts.now();
    if (!this.#last || now - this.#last.at > FRESH_MS) this.#last = { at: now, found: this.#probe() };
    return this.#last.found;
  }

  async #probe(): Promise<Readiness> {
    const { store, folder } = this.#parts;
    if (folder !== undefined && !takesBytes(folder)) return { ready: false, because: 'disk' };
    try {
      await store.saveClock(NOBODY, 0);
      return { ready: true };
    } catch {
      return { ready: false, because: 'database' };
    }
  }
}

/** Some bytes onto the disk and away again. */
function takesBytes(folder: string): boolean {
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
