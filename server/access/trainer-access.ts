/** The trainer's key, sessions, rights in classes and one-time tickets for rooms. Only an argon2 hash of the key is stored. */
import { hash, verify } from '@node-rs/argon2';
import { may } from '../../shared/access/capabilities.ts';
import { type Actor, type Invited, lead } from '../../shared/access/actor.ts';
import { sessionName, sessionNameOf } from '../audit/audit-trail.ts';
import { hashToken, newToken, newTrainerKey, randomId } from '../host/ids.ts';
import type { TrainerStore } from '../storage/exercise-store.ts';
import type { Grant, GrantStore } from '../storage/rights-store.ts';

export const SESSION_SECONDS = 12 * 3600;
const TICKET_MS = 30_000;

interface Ticket {
  exercise: string;
  actor: Actor;
  /** The session, as the audit names it. */
  who: string;
}

export class TrainerAccess {
  readonly #store: TrainerStore & GrantStore;
  readonly #tickets = new Map<string, Ticket & { expiresAt: number }>();
  readonly #listeners = new Set<(who: string) => void>();
  /** Sessions seen since the start: name in the audit → hash of the token. */
  readonly #sessions = new Map<string, string>();
  /** Wall-clock time of the process start. */
  readonly #startedAt = Date.now() - performance.now();

  constructor(store: TrainerStore & GrantStore) {
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

  /** Whether the session is that of the host. */
  async isSignedIn(token: string | undefined): Promise<boolean> {
    if (token === undefined) return false;
    const tokenHash = hashToken(token);
    const open = await this.#store.isHostSession(tokenHash, Date.now());
    if (open) this.#sessions.set(sessionName(token), tokenHash);
    return open;
  }

  /** Who a session is in a class: the host leads every class, all others are what they were invited as. */
  async actorIn(token: string | undefined, exercise: string): Promise<Actor | undefined> {
    if (await this.isSignedIn(token)) return lead;
    return (await this.held(token)).find((grant) => grant.exercise === exercise)?.actor;
  }

  /** Whether a session sees the truth of some class. */
  async seesTruth(token: string | undefined): Promise<boolean> {
    return (await this.isSignedIn(token)) || (await this.held(token)).some(({ actor }) => may(actor, 'see-truth'));
  }

  /** What a session was invited to. */
  async held(token: string | undefined): Promise<Grant[]> {
    if (token === undefined) return [];
    const tokenHash = hashToken(token);
    const grants = await this.#store.heldGrants(tokenHash, Date.now());
    if (grants.length > 0) this.#sessions.set(sessionName(token), tokenHash);
    return grants;
  }

  /** Gives a right in a class. Returns the code once; anyone with the code can accept the right until it is revoked. */
  async invite(exercise: string, actor: Invited): Promise<{ grant: Grant; code: string }> {
    const grant = { id: randomId(), exercise, actor, madeAt: Date.now() };
    const code = newTrainerKey();
    await this.#store.addGrant(grant, hashToken(plain(code)));
    return { grant, code };
  }

  /** Accepts a right, in the given session or in a new one. Undefined if the code is not valid. */
  async accept(code: string, token: string | undefined): Promise<{ grant: Grant; token: string } | undefined> {
    const grant = await this.#store.grantByCode(hashToken(plain(code)));
    if (!grant) return undefined;
    const open = token !== undefined && (await this.#store.hasSession(hashToken(token), Date.now()));
    const session = open ? token : newToken('session');
    if (!open) await this.#store.addSession(hashToken(session), Date.now() + SESSION_SECONDS * 1000, false);
    await this.#store.holdGrant(hashToken(session), grant.id);
    return { grant, token: session };
  }

  /** Revokes a right and closes what was opened with it. Returns false if the class has no such grant. */
  async revoke(exercise: string, id: string): Promise<boolean> {
    const held = await this.#store.removeGrant(exercise, id);
    for (const tokenHash of held ?? []) this.#end(sessionNameOf(tokenHash));
    return held !== undefined;
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
  ticketFor(exercise: string, actor: Actor, who: string): string {
    const now = Date.now();
    for (const [old, { expiresAt }] of this.#tickets) if (expiresAt < now) this.#tickets.delete(old);
    const ticket = newToken('ticket');
    this.#tickets.set(ticket, { exercise, actor, who, expiresAt: now + TICKET_MS });
    return ticket;
  }

  /** Redeems a ticket, which works once. */
  takeTicket(ticket: string): Ticket | undefined {
    const kept = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return kept && kept.expiresAt >= Date.now() ? kept : undefined;
  }
}

/** Keys may be typed with or without hyphens, in either case. */
const plain = (key: string): string => key.toUpperCase().replaceAll(/[\s-]/g, '');
