/** The trainer's key, sessions and one-time tickets for rooms. Of the key only an argon2 hash is kept. */
import { hash, verify } from '@node-rs/argon2';
import { sessionName } from '../audit/audit-trail.ts';
import { hashToken, newToken, newTrainerKey } from '../host/ids.ts';
import type { TrainerStore } from '../storage/exercise-store.ts';

export const SESSION_SECONDS = 12 * 3600;
const TICKET_MS = 30_000;

export class TrainerAccess {
  readonly #store: TrainerStore;
  readonly #tickets = new Map<string, { exercise: string; who: string; expiresAt: number }>();
  readonly #listeners = new Set<(who: string) => void>();
  /** Sessions that did something, by their names in the audit, with the hashes of their tokens. */
  readonly #sessions = new Map<string, string>();
  /** The wall clock as it was when the process began. */
  readonly #startedAt = Date.now() - performance.now();

  constructor(store: TrainerStore) {
    this.#store = store;
  }

  /** Makes the key where there is none, or a new one where that is asked for. Answers it only when it was made now. */
  async prepareKey(renew = false): Promise<string | undefined> {
    if (!renew && (await this.#store.trainerKeyHash()) !== undefined) return undefined;
    const key = newTrainerKey();
    await this.#store.setTrainerKeyHash(await hash(plain(key)), Date.now());
    return key;
  }

  /** A session token for the right key. */
  async signIn(key: string): Promise<string | undefined> {
    const kept = await this.#store.trainerKeyHash();
    if (kept === undefined || !(await verify(kept, plain(key)))) return undefined;
    const token = newToken('session');
    await this.#store.addSession(hashToken(token), Date.now() + SESSION_SECONDS * 1000);
    return token;
  }

  async isSignedIn(token: string | undefined): Promise<boolean> {
    if (token === undefined) return false;
    const tokenHash = hashToken(token);
    const open = await this.#store.hasSession(tokenHash, Date.now());
    if (open) this.#sessions.set(sessionName(token), tokenHash);
    return open;
  }

  /** Ends a session with everything that was opened in it: its unused tickets, and by `onSignedOut` its rooms. */
  async signOut(token: string): Promise<void> {
    await this.#store.removeSession(hashToken(token));
    this.#end(sessionName(token));
  }

  /**
   * Sessions that have run out, or were ended by somebody else, end like those that sign out. A wall clock that is set while a
   * class plays throws nobody out of a room: what counts here is the time that has passed since the start.
   */
  async endExpired(): Promise<void> {
    const now = this.#startedAt + performance.now();
    for (const [who, tokenHash] of this.#sessions) if (!(await this.#store.hasSession(tokenHash, now))) this.#end(who);
  }

  #end(who: string): void {
    this.#sessions.delete(who);
    for (const [ticket, { who: whose }] of this.#tickets) if (whose === who) this.#tickets.delete(ticket);
    for (const listener of this.#listeners) listener(who);
  }

  /** Hears of every session that was ended, by its name in the audit. */
  onSignedOut(listener: (who: string) => void): void {
    this.#listeners.add(listener);
  }

  /** Lets one browser into one room, once, soon. `who` is the session's name in the audit. */
  ticketFor(exercise: string, who: string): string {
    const now = Date.now();
    for (const [old, { expiresAt }] of this.#tickets) if (expiresAt < now) this.#tickets.delete(old);
    const ticket = newToken('ticket');
    this.#tickets.set(ticket, { exercise, who, expiresAt: now + TICKET_MS });
    return ticket;
  }

  /** The exercise a ticket opens, and whose it was; it is used up by asking. */
  takeTicket(ticket: string): { exercise: string; who: string } | undefined {
    const kept = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return kept && kept.expiresAt >= Date.now() ? { exercise: kept.exercise, who: kept.who } : undefined;
  }
}

/** People type keys with and without hyphens, in either case. */
const plain = (key: string): string => key.toUpperCase().replaceAll(/[\s-]/g, '');
