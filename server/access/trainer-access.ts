/** The trainer's key, sessions and one-time tickets for rooms. Only an argon2 hash of the key is stored. */
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
  /** Sessions seen since the start: name in the audit → hash of the token. */
  readonly #sessions = new Map<string, string>();
  /** Wall-clock time of the process start. */
  readonly #startedAt = Date.now() - performance.now();

  constructor(store: TrainerStore) {
    this.#store = store;
  }

  /** Creates a key if there is none, or if `renew`. Returns the key only if it was created now. */
  async prepareKey(renew = false): Promise<string | undefined> {
    if (!renew && (await this.#store.trainerKeyHash()) !== undefined) return undefined;
    const key = newTrainerKey();
    await this.#store.setTrainerKeyHash(await hash(plain(key)), Date.now());
    return key;
  }

  /** Returns a new session token if the key is right. */
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

  /** Ends a session, its unused tickets, and through `onSignedOut` its rooms. */
  async signOut(token: string): Promise<void> {
    await this.#store.removeSession(hashToken(token));
    this.#end(sessionName(token));
  }

  /**
   * Ends sessions that have expired or were deleted, like a sign-out. A change of the wall clock during a class ends no session:
   * the time here is monotonic since the start.
   */
  async endExpired(): Promise<void> {
    const now = this.#startedAt + performance.now();
    for (const [who, tokenHash] of this.#sessions) if (!(await this.#store.hasSession(tokenHash, now))) this.#end(who);
  }

  #end(who: string): void {
    this.#sessions.delete(who);
    for (const [ticket, { who: owner }] of this.#tickets) if (owner === who) this.#tickets.delete(ticket);
    for (const listener of this.#listeners) listener(who);
  }

  /** `listener` receives the audit name of every session that ends. */
  onSignedOut(listener: (who: string) => void): void {
    this.#listeners.add(listener);
  }

  /** Issues a ticket for one room: valid once and for a short time. `who` is the session's name in the audit. */
  ticketFor(exercise: string, who: string): string {
    const now = Date.now();
    for (const [old, { expiresAt }] of this.#tickets) if (expiresAt < now) this.#tickets.delete(old);
    const ticket = newToken('ticket');
    this.#tickets.set(ticket, { exercise, who, expiresAt: now + TICKET_MS });
    return ticket;
  }

  /** Redeems a ticket: returns its exercise and session. A ticket works once. */
  takeTicket(ticket: string): { exercise: string; who: string } | undefined {
    const kept = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return kept && kept.expiresAt >= Date.now() ? { exercise: kept.exercise, who: kept.who } : undefined;
  }
}

/** Keys may be typed with or without hyphens, in either case. */
const plain = (key: string): string => key.toUpperCase().replaceAll(/[\s-]/g, '');
