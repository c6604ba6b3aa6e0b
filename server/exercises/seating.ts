/** The people of one exercise: who they are, whether they are there, where they sit. Presence is never logged. */
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
  /** The name is one that was offered: nobody else of the class may have it. */
  callSign?: boolean | undefined;
  /** Made by the client for this one wish to join. */
  join?: string | undefined;
}

export type Joined = { token: string; seat: SeatId } | { refused: 'class-full' | 'class-ended' | 'name-taken' };

const absent: Presence = { connected: false, steppedOut: false, briefRead: false, ready: false };

export class Seating {
  readonly #live: LiveExercise;
  readonly #store: ExerciseStore;
  readonly #people = new Map<SeatId, Participant>();
  readonly #presence = new Map<SeatId, Presence>();
  /** The tab that has a seat open. Never kept: after a restart the first to come has it. */
  readonly #tabs = new Map<SeatId, string>();
  /** People on their way in, by the hash of their join id: asked twice at once, they sit down once. */
  readonly #joining = new Map<string, Promise<Joined>>();
  /** Names of people on their way in: the disk does not have them yet. */
  readonly #arriving = new Set<NewPerson>();
  #nextSeat = 1;
  #roster: { seatsVersion: number; seats: readonly PublicSeat[] } | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(live: LiveExercise, store: ExerciseStore, people: readonly Participant[]) {
    this.#live = live;
    this.#store = store;
    for (const person of people) this.#add(person);
  }

  /** Called whenever the roster looks different. The answer calls it off. */
  onChange(callBack: () => void): () => void {
    this.#listeners.add(callBack);
    return () => this.#listeners.delete(callBack);
  }

  /**
   * The place that was given for this join id, where its answer never arrived: the same seat with a fresh token. Undefined
   * where none was, or where the seat was recovered or freed since.
   */
  async joinedBefore(join: string): Promise<{ token: string; seat: SeatId } | undefined> {
    const joining = await this.#joining.get(hashToken(join))?.catch(() => undefined);
    if (joining && 'seat' in joining) return joining;
    const token = newToken('seat');
    const seat = await this.#store.renewJoin(this.#live.id, hashToken(join), hashToken(token));
    return seat === undefined ? undefined : { token, seat };
  }

  /** Gives somebody a place; with a role, at that desk. The token is answered once and not kept, of the join id only a hash. */
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

  /** True where somebody of this class is called so, or is on the way in under that name. */
  isTaken(name: string): boolean {
    const wanted = name.toLocaleLowerCase();
    return [...this.#people.values(), ...this.#arriving].some((person) => person.name.toLocaleLowerCase() === wanted);
  }

  person(seat: SeatId): Participant | undefined {
    return this.#people.get(seat);
  }

  /** The desk of a seat, unless it was freed or has none yet. */
  roleOf(seat: SeatId): RoleId | undefined {
    const place = this.#live.world.seats[seat];
    return place && !place.freed ? place.role : undefined;
  }

  /** How many people sit in a role. */
  taken(role: RoleId): number {
    const seats = Object.values(this.#live.world.seats);
    return seats.filter((seat) => seat.role === role && !seat.freed && !seat.simulated).length;
  }

  /** True where a person of this desk is there now, and has not stepped out. */
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

  /** A fresh token; the one before opens nothing any more. */
  async renewToken(seat: SeatId): Promise<string> {
    const token = newToken('seat');
    await this.#store.replaceToken(this.#live.id, seat, hashToken(token));
    return token;
  }

  /** After the trainer has freed a seat, its person can come back only through the trainer. */
  async revokeToken(seat: SeatId): Promise<void> {
    await this.#store.replaceToken(this.#live.id, seat, undefined);
  }

  /** After the name was erased from what is kept: here it goes too, and the seat is a number. */
  forgetName(seat: SeatId): void {
    const person = this.#people.get(seat);
    if (person) this.#people.set(seat, { ...person, name: '' });
    this.#changed();
  }

  setPresence(seat: SeatId, change: Partial<Presence>): void {
    this.#presence.set(seat, { ...this.#presenceOf(seat), ...change });
    this.#changed();
  }

  /** Whether a tab may have the seat: one that takes it, or that comes back to it, or where no newer one has it. */
  mayHold(seat: SeatId, { tab, take }: { tab?: string | undefined; take: boolean }): boolean {
    const holder = this.#tabs.get(seat);
    return take || holder === undefined || holder === tab;
  }

  hold(seat: SeatId, tab: string | undefined): void {
    if (tab === undefined) this.#tabs.delete(seat);
    else this.#tabs.set(seat, tab);
  }

  /** Who stepped out, also while not connected. */
  steppedOut(): SeatId[] {
    return [...this.#presence].flatMap(([seat, { steppedOut }]) => (steppedOut ? [seat] : []));
  }

  /** The exercise is over: who had stepped out is nobody's business any more. */
  forgetStepOuts(): void {
    for (const seat of this.steppedOut()) this.setPresence(seat, { steppedOut: false });
  }

  /** The same list until it looks different. What everybody may see: a person who stepped out looks like one whose connection was lost. */
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

  /** Desks that nobody sits at and that play all the same: marked as such, always there, without a name. */
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
