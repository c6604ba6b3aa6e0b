/**
 * Records what trainers do and what is refused. It holds ids and codes only, never names or texts, because the audit outlives
 * erasures. Repeated views and refusals are limited per hour, so that no client can fill the disk.
 */
import type { Actor } from '../../shared/access/actor.ts';
import { hashToken } from '../host/ids.ts';
import type { Log } from '../host/log.ts';
import type { AuditEntry, AuditStore } from '../storage/exercise-store.ts';

export type AuditNote = Omit<AuditEntry, 'at' | 'who'>;

const VIEW_AGAIN_MS = 10 * 60_000;
const REFUSALS_AN_HOUR = 200;
const HOUR_MS = 3_600_000;

/** The name of a session in the audit: distinguishes sessions, grants no access. */
export const sessionName = (token: string | undefined): string =>
  token === undefined ? 'nobody' : sessionNameOf(hashToken(token));

export const sessionNameOf = (tokenHash: string): string => `session-${tokenHash.slice(0, 8)}`;

/** The id of an API token, and its name in the audit. It follows from the secret, so a token that is not valid has one too. */
export const tokenIdOf = (tokenHash: string): string => `token-${tokenHash.slice(0, 12)}`;

/** Actors that their session or token alone names: the host, who leads every class, and programs. */
const NAMED_ALONE: ReadonlySet<Actor['kind']> = new Set(['lead', 'host', 'token']);

/** The name of an actor in the audit. `by`: the name of its session or token. */
export const auditName = ({ kind }: Actor, by: string | undefined): string =>
  NAMED_ALONE.has(kind) ? (by ?? kind) : by === undefined ? kind : `${kind} ${by}`;

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

  /** Resolves when the line is on disk. Throws if it cannot be stored: then the caller must not act. */
  async record(who: string, note: AuditNote): Promise<void> {
    await this.#store.appendAudit({ at: this.#now(), who, ...note });
  }

  /** Records an act that has already happened; a failure is logged. */
  note(who: string, note: AuditNote): void {
    this.record(who, note).catch((err: unknown) =>
      this.#log.error({ err, act: note.act }, 'cannot write to the audit'),
    );
  }

  /** Records a view, at most once in ten minutes per session and subject. */
  viewed(who: string, note: AuditNote): void {
    const now = this.#now();
    for (const [old, at] of this.#seen) if (now - at > VIEW_AGAIN_MS) this.#seen.delete(old);
    const key = JSON.stringify([who, note]);
    if (this.#seen.has(key)) return;
    this.#seen.set(key, now);
    this.note(who, note);
  }

  /** Records a refusal. At the hourly limit, one last line states that more refusals are not listed. */
  refused(who: string, note: AuditNote): void {
    const now = this.#now();
    if (now - this.#refusals.from > HOUR_MS) this.#refusals = { from: now, count: 0 };
    this.#refusals.count += 1;
    if (this.#refusals.count < REFUSALS_AN_HOUR) this.note(who, { ...note, act: `refused ${note.act}` });
    if (this.#refusals.count === REFUSALS_AN_HOUR) this.note(who, { act: 'refused more, not listed for an hour' });
  }
}
