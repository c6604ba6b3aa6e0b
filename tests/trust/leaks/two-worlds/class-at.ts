/**
 * One world: a class at one moment, with all that the server would send about it. Streams, delivery, room state and cards are
 * the server's own; a command is judged by the core and the result is thrown away, so that each probe meets the same moment.
 */
import { type Actor, seatOfActor } from '../../../../shared/access/actor.ts';
import { desk, type StreamKey, streamsOf, type Viewer, viewerOf } from '../../../../shared/access/audience.ts';
import { cardFor } from '../../../../shared/cards/may-read.ts';
import type { CardSource } from '../../../../shared/cards/words.ts';
import type { Event } from '../../../../shared/exercise/events.ts';
import { decide, emptyExercise, type Exercise, WorldDraft } from '../../../../shared/exercise/exercise.ts';
import { evolveExerciseDraft } from '../../../../shared/exercise/truth.ts';
import type { World } from '../../../../shared/exercise/world.ts';
import type { AnyCommand } from '../../../../shared/vocabulary/commands.ts';
import { answerTo } from '../../../../server/exercises/answer.ts';
import { publicPhase } from '../../../../server/exercises/public-phase.ts';
import { type Batch, seatedDesks, type StreamRecord, Streams } from '../../../../server/exercises/streams.ts';
import { Delivery } from '../../../../server/rooms/delivery.ts';
import type { RoomClient } from '../../../../server/rooms/hardened-room.ts';

/** What the harness asks of the program. A test of the harness replaces a part by a leaking one. */
export interface Program {
  decide: typeof decide;
  answer: (decision: ReturnType<typeof decide>) => unknown;
  cardFor: typeof cardFor;
  phase: typeof publicPhase;
}

export const REAL: Program = {
  decide,
  answer: answerTo,
  cardFor,
  phase: publicPhase,
};

/** What an actor receives for one command: the answer, its events, and the bytes of their frames. */
export interface Told {
  answer: unknown;
  events: readonly { stream: string; from: number; events: readonly Record<string, unknown>[] }[];
  bytes: Buffer;
}

interface View {
  world: World;
  viewer: Viewer;
}
type Records = Record<string, StreamRecord>;
type Delivered = ConstructorParameters<typeof Delivery>[0];

export class ClassAt {
  readonly source: CardSource;
  readonly exercise: Exercise;
  readonly program: Program;
  readonly #records: Records;
  readonly #views = new Map<Actor, readonly View[]>();

  private constructor(source: CardSource, exercise: Exercise, records: Records, program: Program) {
    this.source = source;
    this.exercise = exercise;
    this.#records = records;
    this.program = program;
  }

  /** The class after this log, restored as the server restores it. */
  static after(source: CardSource, log: readonly Event[], program: Program): ClassAt {
    const start = new ClassAt(source, emptyExercise(), recordsOf(new Streams()), program);
    return start.and(log);
  }

  /** The same class after these further events. */
  and(events: readonly Event[]): ClassAt {
    const [streams, draft] = [streamsFrom(this.#records), new WorldDraft()];
    let { exercise } = this;
    for (const event of events) {
      exercise = evolveExerciseDraft(draft, this.source.compiled, exercise, event);
      streams.add([event], exercise.world);
    }
    return new ClassAt(this.source, exercise, recordsOf(streams), this.program);
  }

  get now(): number {
    return this.exercise.world.now;
  }

  /** The desk of a seat. */
  roleOf(seat: string): string | undefined {
    const place = this.exercise.world.seats[seat];
    return place && !place.freed ? place.role : undefined;
  }

  streamsOf(actor: Actor): StreamKey[] {
    return streamsOf(actor, { desks: this.exercise.world.roles, roleOf: (seat) => this.roleOf(seat) });
  }

  /** The worlds that an actor's client holds, with the numbers of their last events: what a late join receives. */
  snapshot(actor: Actor): unknown {
    const client = new Listener(this, streamsFrom(this.#records), actor);
    return client.snapshot();
  }

  /** The state of the room that every person in it sees, without the time. */
  room(): Record<string, unknown> {
    const { world } = this.exercise;
    const roster = Object.entries(world.seats).map(([seat, { role, freed, simulated }]) => ({
      seat,
      role: freed ? '' : role,
      simulated: simulated === true,
    }));
    return { status: world.status, pace: world.pace, phase: this.#phase(), roster };
  }

  /** What this actor receives if `from` sends `body` now: its own answer, or only the frames of an act of another actor. */
  tells(actor: Actor, body: AnyCommand, at: number, from = actor): Told {
    const decision = this.program.decide(this.source.compiled, this.exercise, { from, at, body });
    const answer = from === actor ? this.program.answer(decision) : undefined;
    if ('rejection' in decision) return { answer, events: [], bytes: Buffer.alloc(0) };
    const streams = streamsFrom(this.#records);
    const client = new Listener(this, streams, actor);
    const keys = new Set<string>(this.streamsOf(actor));
    const batches = streams.add(decision.events, decision.exercise.world);
    const bytes = client.hears(batches);
    const events = batches
      .filter(({ key }) => keys.has(key))
      .map(({ key, from: first, events: known }) => ({ stream: key, from: first, events: known }));
    return { answer, events, bytes };
  }

  /** Everything that follows on a command, told or not. */
  eventsOf(from: Actor, body: AnyCommand, at: number): readonly Event[] {
    const decision = this.program.decide(this.source.compiled, this.exercise, { from, at, body });
    return 'rejection' in decision ? [] : decision.events;
  }

  /** A card as this actor's client gets it, from the first of its views that may read it. */
  card(actor: Actor, language: string, id: string): unknown {
    for (const { world, viewer } of this.#viewsOf(actor)) {
      const card = this.program.cardFor(this.source, world, viewer, language, id, { phase: this.#phase() });
      if (card !== undefined) return card;
    }
    return undefined;
  }

  /** The world that the actor's client holds for its desk. */
  view(actor: Actor): World | undefined {
    return this.#viewsOf(actor)[0]?.world;
  }

  #viewsOf(actor: Actor): readonly View[] {
    let views = this.#views.get(actor);
    if (!views) this.#views.set(actor, (views = this.#makeViews(actor)));
    return views;
  }

  #makeViews(actor: Actor): View[] {
    const [streams, seat] = [streamsFrom(this.#records), seatOfActor(actor)];
    const seated = seatedDesks(this.exercise.world);
    if (seat === undefined)
      return this.streamsOf(actor).map((key) => ({ world: streams.world(key), viewer: viewerOf(key, seated) }));
    const role = this.roleOf(seat);
    return [{ world: streams.seatWorld(seat, role), viewer: desk(role, seat) }];
  }

  #phase(): string {
    return this.program.phase(this.source.compiled, this.exercise.world);
  }
}

/** A copy of each stream that later events do not change. */
const recordsOf = (streams: Streams): Records =>
  Object.fromEntries(
    Object.entries(streams.toRecords()).map(([key, { count, events }]) => [
      key,
      { count, world: streams.world(key as StreamKey), ...(events && { events: [...events] }) },
    ]),
  );

/** The streams of these records; the list of a seat's events is copied, because a stream adds to it. */
const streamsFrom = (records: Records): Streams =>
  new Streams(
    Object.fromEntries(
      Object.entries(records).map(([key, record]) => [
        key,
        { ...record, ...(record.events && { events: [...record.events] }) },
      ]),
    ),
  );

/** One client in the room: the server's delivery, with a socket that keeps what is written to it. */
class Listener {
  readonly #delivery: Delivery;
  readonly #client: RoomClient;
  #frames: Uint8Array[] = [];
  #snapshot: unknown;

  constructor(at: ClassAt, streams: Streams, actor: Actor) {
    const live = { streams, world: at.exercise.world, epoch: 'one' };
    const seating = { roleOf: (seat: string) => at.roleOf(seat) };
    const exercise = { live, seating } as unknown as Delivered;
    const send = (_type: string, payload: unknown): void => {
      this.#snapshot = payload;
    };
    this.#client = { auth: { exercise: 'one', actor }, send } as unknown as RoomClient;
    this.#delivery = new Delivery(exercise, (message) => this.#frames.push(message));
    this.#delivery.sendSnapshot(this.#client);
  }

  snapshot(): unknown {
    return this.#snapshot;
  }

  hears(batches: readonly Batch[]): Buffer {
    this.#delivery.deliver(batches);
    // What waits is sent before a snapshot, so that no turn of the event loop is needed.
    this.#delivery.sendSnapshot(this.#client);
    return Buffer.concat(this.#frames);
  }
}
