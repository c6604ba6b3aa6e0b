/**
 * What was erased, so that it stays erased when an older copy of the data is put back. A file beside the database, because a
 * backup put in the database's place must not take it along. Holds hashes of random ids and times, nothing of a person.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export const LEDGER_FILE = 'erasures.jsonl';

export type Erased = 'person' | 'anonymised' | 'class';
/** `token`: an API token that was revoked. */
export type Remembered = Erased | 'token';

/** What is remembered of an erased class or person, or of a revoked token. */
export const idOf = (exercise: string, seat?: string): string =>
  createHash('sha256')
    .update(seat === undefined ? exercise : `${exercise}/${seat}`)
    .digest('hex');

export class ErasureLedger {
  readonly #file: string;

  constructor(dataFolder: string) {
    this.#file = join(dataFolder, LEDGER_FILE);
  }

  /** On the disk before anything is erased: an erasure that a crash cuts short is finished at the next start. */
  add(what: Remembered, id: string, now: number): void {
    const file = openSync(this.#file, 'a', 0o600);
    try {
      writeSync(file, `${JSON.stringify({ at: new Date(now).toISOString(), what, id })}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Everything erased so far, as `what id`. A line that was cut short belongs to an erasure that was not begun. */
  read(): ReadonlySet<string> {
    if (!existsSync(this.#file)) return new Set();
    return new Set(readFileSync(this.#file, 'utf8').split('\n').flatMap(entryOf));
  }
}

export const entry = (what: Remembered, id: string): string => `${what} ${id}`;

function entryOf(line: string): string[] {
  try {
    const { what, id } = JSON.parse(line) as { what: Remembered; id: string };
    return [entry(what, id)];
  } catch {
    return [];
  }
}
