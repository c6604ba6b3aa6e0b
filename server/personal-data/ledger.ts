/**
 * A ledger of erasures, which are repeated after an older copy of the data is restored. It is a file beside the database, so that
 * restoring a backup does not replace it. It holds hashes of random ids and times, no personal data.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export const LEDGER_FILE = 'erasures.jsonl';

export type Erased = 'person' | 'anonymised' | 'class';
/** An entry of the ledger; `token` is a revoked API token. */
export type LedgerEntry = Erased | 'token';

/** The ledger's id of an erased class or person, or of a revoked token. */
export const idOf = (exercise: string, seat?: string): string =>
  createHash('sha256')
    .update(seat === undefined ? exercise : `${exercise}/${seat}`)
    .digest('hex');

export class ErasureLedger {
  readonly #file: string;

  constructor(dataFolder: string) {
    this.#file = join(dataFolder, LEDGER_FILE);
  }

  /** Durable before the erasure begins, so that the next start completes an erasure that a crash interrupted. */
  add(what: LedgerEntry, id: string, now: number): void {
    const file = openSync(this.#file, 'a', 0o600);
    try {
      writeSync(file, `${JSON.stringify({ at: new Date(now).toISOString(), what, id })}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** All erasures as `what id`. An incomplete line is ignored: its erasure had not begun. */
  read(): ReadonlySet<string> {
    if (!existsSync(this.#file)) return new Set();
    return new Set(readFileSync(this.#file, 'utf8').split('\n').flatMap(entryOf));
  }
}

export const entry = (what: LedgerEntry, id: string): string => `${what} ${id}`;

function entryOf(line: string): string[] {
  try {
    const { what, id } = JSON.parse(line) as { what: LedgerEntry; id: string };
    return [entry(what, id)];
  } catch {
    return [];
  }
}
