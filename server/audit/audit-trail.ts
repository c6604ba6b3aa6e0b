/**
 * Writes down what trainers do and what is refused. Ids and codes only, never a name or a word: the audit outlives erasures.
 * Things that are looked at again and again are written down once in a while, refusals only so many an hour, so that nobody
 * can fill the disk from outside.
 */
import { hashToken } from '../host/ids.ts';
import type { Log } from '../host/log.ts';
import type { AuditEntry, AuditStore } from '../storage/exercise-store.ts';

export type AuditNote = Omit<AuditEntry, 'at' | 'who'>;

const VIEW_AGAIN_MS = 10 * 60_000;
const REFUSALS_AN_HOUR = 200;
const HOUR_MS = 3_600_000;

/** The name of a session in the audit: tells two trainers apart, opens nothing. */
export const sessionName = (token: string | undefined): string =>
  token === undefined ? 'nobody' : `session-${hashToken(token).slice(0, 8)}`;

export class AuditTrail {
  readonly #store: AuditStore;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #seen = new Map<string, number>();
  #refusals = { from: 0, count: 0 };

  constructor(store: AuditStore, log: Log, now: () => number = Date.now) {
    this.#store = store;
    this.#log = log;
    this.#now = now;
  }

  /** Resolves when it is on the disk; throws where it cannot be kept, so that what must be recorded is not done either. */
  async record(who: string, note: AuditNote): Promise<void> {
    await this.#store.appendAudit({ at: this.#now(), who, ...note });
  }

  /** For what has happened already: a failure is told to the log. */
  note(who: string, note: AuditNote): void {
    this.record(who, note).catch((err: unknown) =>
      this.#log.error({ err, act: note.act }, 'the audit could not be kept'),
    );
  }

  /** Something looked at: once in ten minutes for each session and thing. */
  viewed(who: string, note: AuditNote): void {
    const now = this.#now();
    for (const [old, at] of this.#seen) if (now - at > VIEW_AGAIN_MS) this.#seen.delete(old);
    const key = JSON.stringify([who, note]);
    if (this.#seen.has(key)) return;
    this.#seen.set(key, now);
    this.note(who, note);
  }

  /** The last line of an hour that has more refusals says that there were more. */
  refused(who: string, note: AuditNote): void {
    const now = this.#now();
    if (now - this.#refusals.from > HOUR_MS) this.#refusals = { from: now, count: 0 };
    this.#refusals.count += 1;
    if (this.#refusals.count < REFUSALS_AN_HOUR) this.note(who, { ...note, act: `refused ${note.act}` });
    if (this.#refusals.count === REFUSALS_AN_HOUR) this.note(who, { act: 'refused more, not listed for an hour' });
  }
}
