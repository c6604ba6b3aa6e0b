/**
 * The fact-leak proof: no desk's stream ever contained a fact that the desk had not earned at that moment.
 *
 * Every event passes the filter of the wire (`mayKnow`) and is checked in the form in which it is sent; the oracle must
 * say that everything it mentions was earned. The cost per event depends on the event alone.
 */
import { TRAINER } from '../access/stored-names.ts';
import { desk, mayKnow } from '../access/audience.ts';
import type { Event } from '../exercise/events.ts';
import type { RoleId } from '../exercise/ids.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';
import { Earned } from './earned.ts';
import { type Guarded, guardedOf, type Mention, mentionsOf, TRAINERS_ONLY } from './guarded.ts';

export interface Leak {
  role: RoleId;
  /** The unearned fact: `item:bus-manifest`, `part:bus-manifest/names`, `event:mood-changed`. */
  fact: string;
  /** The event that revealed it; for a card, the last event before the card was read. */
  seq: number;
  at: CaseMs;
  type: string;
  /** The card that revealed it, if it was no event. */
  card?: string;
}

/**
 * A request about a person reveals that person, and a proposal its decision; the core emits the revelation first: these
 * events may precede the event that earns them, within one answer of the server.
 */
const TOLD_FIRST: ReadonlySet<string> = new Set(['person-known', 'place-shown', 'room-changed', 'decision-known']);

export class StreamProof {
  readonly earned: Earned;
  readonly leaks: Leak[] = [];
  readonly #guarded: Guarded;
  readonly #circles = new Map<string, readonly RoleId[]>();
  #suspects: Leak[] = [];

  constructor(compiled: CompiledScenario) {
    this.earned = new Earned(compiled);
    this.#guarded = guardedOf(compiled);
  }

  take(event: Event): void {
    this.earned.take(event);
    const told = TOLD_FIRST.has(event.type);
    if (this.#suspects.length > 0 && !told) this.#settle();
    const receivers = this.#receivers(event);
    if (receivers.length === 0) return;
    const mentions = TRAINERS_ONLY.has(event.type) ? [[`event:${event.type}`]] : mentionsOf(this.#guarded, event);
    for (const role of receivers)
      for (const mention of mentions) if (!this.#may(role, mention)) this.#note(leakOf(role, mention, event), told);
  }

  /** To be called after the last event. */
  end(): Leak[] {
    this.#settle();
    return this.leaks;
  }

  #may(role: RoleId, mention: Mention): boolean {
    for (const fact of mention) if (this.earned.has(role, fact)) return true;
    return false;
  }

  #note(leak: Leak, told: boolean): void {
    (told ? this.#suspects : this.leaks).push(leak);
  }

  #settle(): void {
    this.leaks.push(...this.#suspects.filter(({ role, fact }) => !this.earned.has(role, fact)));
    this.#suspects = [];
  }

  /** Desks whose stream gets the event, by their role or by one of their seats. */
  #receivers(event: Event): readonly RoleId[] {
    const { audience } = event;
    if (audience.length === 1 && audience[0] === TRAINER) return NO_DESKS;
    // There are few audiences and many events, so each audience is judged once, except seats, which move between desks.
    const key = audience.length === 1 ? (audience[0] ?? '') : audience.join(' ');
    const known = this.#circles.get(key);
    if (known) return known;
    const { roles, seats } = this.earned;
    const bySeat = audience.flatMap((tag) =>
      tag.startsWith('seat:') ? [seats.get(tag.slice('seat:'.length))?.role] : [],
    );
    const receivers = roles.filter((role) => mayKnow(desk(role), event) || bySeat.includes(role));
    if (bySeat.length === 0) this.#circles.set(key, receivers);
    return receivers;
  }
}

const NO_DESKS: readonly RoleId[] = [];

const leakOf = (role: RoleId, mention: Mention, { seq, at, type }: Event): Leak => ({
  role,
  fact: mention[0] ?? '',
  seq,
  at,
  type,
});

/** Every leak of a whole log; an empty list is the proof. */
export function proveStreams(compiled: CompiledScenario, events: readonly Event[]): Leak[] {
  const proof = new StreamProof(compiled);
  for (const event of events) proof.take(event);
  return proof.end();
}
