/** The people of one exercise: names, presence and seats. Presence is never logged. */
import type { RoleId, SeatId } from '../../shared/exercise/ids.ts';
import type { PublicSeat } from '../../shared/protocol/messages.ts';
import { hashToken, newToken } from '../host/ids.ts';
import type { ExerciseStore, Participant } from '../storage/exercise-store.ts';
import type { LiveExercise } from './live-exercise.ts';

interface Presence {
  connected: boolean;
  steppedOut: boolean;
  briefRead: boolean;
  ready: boolean;
}

interface NewPerson {
  name: string;
  language: string;
  role?: RoleId | undefined;
  /** The name is an offered call-sign, which must be unique in the class. */
  callSign?: boolean | undefined;
  /** A client-made id of this join request. */
  join?: string | undefined;
}

export type Joined = { token: string; seat: SeatId } | { refused: 'class-full' | 'class-ended' | 'name-taken' };

const absent: Presence = { connected: false, steppedOut: false, briefRead: false, ready: false };

export class Seating {
  readonly #live: LiveExercise;
  readonly #store: ExerciseStore;
  readonly #people = new Map<SeatId, Participant>();
  readonly #presence = new Map<SeatId, Presence>();
  /** The browser tab that holds a seat. Not stored: after a restart the first tab to connect gets the seat. */
  readonly #tabs = new Map<SeatId, string>();
  /** Join requests in progress by the hash of the join id, so that a request sent twice seats one person. */
  readonly #joining = new Map<string, Promise<Joined>>();
  /** People whose join is in progress and not on disk yet; their names are taken. */
  readonly #arriving = new Set<NewPerson>();
  #nextSeat = 1;
  #roster: { seatsVersion: number; seats: readonly PublicSeat[] } | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(live: LiveExercise, store: ExerciseStore, people: readonly Participant[]) {
    this.#live = live;
    this.#store = store;
    for (const person of people) this.#add(person);
  }

  /** `callBack` is called whenever the roster changes. The returned function unsubscribes. */
  onChange(callBack: () => void): () => void {
    this.#listeners.add(callBack);
    return () => this.#listeners.delete(callBack);
  }

  /**
   * The seat of an earlier request with this join id, whose answer was lost: the same seat with a new token. Undefined if there
   * is none, or if the seat was recovered or freed since.
   */
  async joinedBefore(join: string): Promise<{ token: string; seat: SeatId } | undefined> {
    const joining = await this.#joining.get(hashToken(join))?.catch(() => undefined);
    if (joining && 'seat' in joining) return joining;
    const token = newToken('seat');
    const seat = await this.#store.renewJoin(this.#live.id, hashToken(join), hashToken(token));
    return seat === undefined ? undefined : { token, seat };
  }

  /** Seats a person; with a role, at that desk. The token is returned once; only hashes of token and join id are stored. */
  join(person: NewPerson): Promise<Joined> {
    const joinHash = person.join === undefined ? undefined : hashToken(person.join);
    if (joinHash === undefined) return this.#seat(person);
    const joining =
      this.#joining.get(joinHash) ?? this.#seat(person, joinHash).finally(() => this.#joining.delete(joinHash));
    this.#joining.set(joinHash, joining);
    return joining;
  }

  async #seat(person: NewPerson, joinHash?: string): Promise<Joined> {
    if (this.#live.status === 'ended') return { refused: 'class-ended' };
    if (person.callSign && this.isTaken(person.name)) return { refused: 'name-taken' };
    this.#arriving.add(person);
    try {
      return await this.#sitDown(person, joinHash);
    } finally {
      this.#arriving.delete(person);
    }
  }

  async #sitDown(person: NewPerson, joinHash?: string): Promise<Joined> {
    const token = newToken('seat');
    const participant = {
      exercise: this.#live.id,
      seat: `s${this.#nextSeat++}`,
      name: person.name,
      language: person.language,
    };
    const kept = { ...participant, tokenHash: hashToken(token), joinHash };
    if (person.role === undefined) {
      await this.#store.addParticipant(kept);
    } else {
      const answer = await this.#live.submitOwn({ type: 'seat', seat: participant.seat, role: person.role }, kept);
      if (!answer.ok) return { refused: 'class-full' };
    }
    this.#add(participant);
    this.#changed();
    return { token, seat: participant.seat };
  }

  /** True if a person of this class has the name, or joins under it now. */
  isTaken(name: string): boolean {
    const wanted = name.toLocaleLowerCase();
    return [...this.#people.values(), ...this.#arriving].some((person) => person.name.toLocaleLowerCase() === wanted);
  }

  person(seat: SeatId): Participant | undefined {
    return this.#people.get(seat);
  }

  /** The desk of a seat; undefined if the seat was freed or has no desk yet. */
  roleOf(seat: SeatId): RoleId | undefined {
    const place = this.#live.world.seats[seat];
    return place && !place.freed ? place.role : undefined;
  }

  /** The number of people at a desk. */
  taken(role: RoleId): number {
    const seats = Object.values(this.#live.world.seats);
    return seats.filter((seat) => seat.role === role && !seat.freed && !seat.simulated).length;
  }

  /** True if a person of this desk is connected and has not stepped out. */
  someoneAt(role: RoleId): boolean {
    return [...this.#people.keys()].some((seat) => {
      const { connected, steppedOut } = this.#presenceOf(seat);
      return connected && !steppedOut && this.roleOf(seat) === role;
    });
  }

  async setLanguage(seat: SeatId, language: string): Promise<void> {
    const person = this.#people.get(seat);
    if (!person) return;
    await this.#store.setLanguage(this.#live.id, seat, language);
    this.#people.set(seat, { ...person, language });
  }

  /** Issues a new token and revokes the old one. */
  async renewToken(seat: SeatId): Promise<string> {
    const token = newToken('seat');
    await this.#store.replaceToken(this.#live.id, seat, hashToken(token));
    return token;
  }

  /** After the trainer has freed a seat, the person can return only through the trainer. */
  async revokeToken(seat: SeatId): Promise<void> {
    await this.#store.replaceToken(this.#live.id, seat, undefined);
  }

  /** Removes a name from memory after it was erased from the store. */
  forgetName(seat: SeatId): void {
    const person = this.#people.get(seat);
    if (person) this.#people.set(seat, { ...person, name: '' });
    this.#changed();
  }

  setPresence(seat: SeatId, change: Partial<Presence>): void {
    this.#presence.set(seat, { ...this.#presenceOf(seat), ...change });
    this.#changed();
  }

  /** True if the tab takes the seat over, returns to it, or if no tab holds it. */
  mayHold(seat: SeatId, { tab, take }: { tab?: string | undefined; take: boolean }): boolean {
    const holder = this.#tabs.get(seat);
    return take || holder === undefined || holder === tab;
  }

  hold(seat: SeatId, tab: string | undefined): void {
    if (tab === undefined) this.#tabs.delete(seat);
    else this.#tabs.set(seat, tab);
  }

  /** Seats whose person stepped out, connected or not. */
  steppedOut(): SeatId[] {
    return [...this.#presence].flatMap(([seat, { steppedOut }]) => (steppedOut ? [seat] : []));
  }

  /** Forgets who stepped out, once the exercise has ended. */
  forgetStepOuts(): void {
    for (const seat of this.steppedOut()) this.setPresence(seat, { steppedOut: false });
  }

  /** The public roster, the same array until it changes. A person who stepped out looks like a lost connection. */
  roster(): readonly PublicSeat[] {
    const { seatsVersion } = this.#live;
    if (this.#roster?.seatsVersion !== seatsVersion) this.#roster = { seatsVersion, seats: this.#makeRoster() };
    return this.#roster.seats;
  }

  #makeRoster(): PublicSeat[] {
    const people = [...this.#people.values()].map(({ seat, name }) => {
      const { connected, steppedOut, briefRead, ready } = this.#presenceOf(seat);
      const role = this.roleOf(seat) ?? '';
      return { seat, role, name, connected: connected && !steppedOut, briefRead, ready, simulated: false };
    });
    return [...people, ...this.#simulated()];
  }

  /** Simulated desks: marked as simulated, always present, without a name. */
  #simulated(): PublicSeat[] {
    return Object.entries(this.#live.world.seats).flatMap(([seat, { role, simulated, freed }]) =>
      simulated && !freed
        ? [{ seat, role, name: '', connected: true, briefRead: true, ready: true, simulated: true }]
        : [],
    );
  }

  #changed(): void {
    this.#roster = undefined;
    for (const listener of this.#listeners) listener();
  }

  #add(person: Participant): void {
    this.#roster = undefined;
    this.#people.set(person.seat, person);
    this.#nextSeat = Math.max(this.#nextSeat, (Number(person.seat.slice(1)) || 0) + 1);
  }

  #presenceOf(seat: SeatId): Presence {
    return this.#presence.get(seat) ?? absent;
  }
}
