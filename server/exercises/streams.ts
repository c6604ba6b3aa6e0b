/**
 * The log as viewers receive it: one stream per role, one per seat, one with the whole log, one for the wall and one with public
 * events, each numbered without gaps from 1. Each stream keeps the world folded from it, so that a new client gets a snapshot
 * instead of all events.
 *
 * A seat stream holds only what its role does not know, so a client that follows both streams gets every event once.
 */
import { TRAINER } from '../../shared/access/stored-names.ts';
import { control, desk, mayKnow, publicOnly, type StreamKey } from '../../shared/access/audience.ts';
import type { Event, KnownEvent } from '../../shared/exercise/events.ts';
import { evolve, evolveDraft } from '../../shared/exercise/evolve.ts';
import { SharedMessages, toKnown, WorldDraft } from '../../shared/exercise/exercise.ts';
import type { RoleId, SeatId } from '../../shared/exercise/ids.ts';
import { emptyWorld, type World } from '../../shared/exercise/world.ts';

export type { StreamKey };

/** Events of one stream that became known together; `from` is the number of the first. */
export interface Batch {
  key: StreamKey;
  from: number;
  events: KnownEvent[];
}

/** A stream in a snapshot; a seat stream includes its few events. */
export interface StreamRecord {
  count: number;
  world: World;
  events?: KnownEvent[] | undefined;
}

interface Stream {
  count: number;
  world: World;
  /** Allows folding in place: a copy of the world for every event would cost more the longer the class runs. */
  draft: WorldDraft;
  /** The newest events, for receivers that missed a few. */
  recent: KnownEvent[];
}

/** At least so many recent events are kept, at most twice as many: some minutes of a busy class. Beyond that a snapshot is sent. */
export const MIN_RECENT = 128;

/** Streams that every exercise has from its beginning. A stored snapshot without them is from an older release. */
export const ALWAYS_THERE: readonly StreamKey[] = ['wall', 'public'];

export class Streams {
  /** Shared by all worlds of the class: messages are most of what grows. */
  readonly messages = new SharedMessages();
  readonly #streams = new Map<StreamKey, Stream>();

  constructor(records: Readonly<Record<string, StreamRecord>> = {}) {
    for (const key of ALWAYS_THERE) this.#begin(key);
    for (const [key, { count, world, events = [] }] of Object.entries(records)) {
      this.#streams.set(key as StreamKey, { count, world, draft: this.#newDraft(), recent: events });
    }
  }

  /** Adds events to every stream whose viewer may know them. `world` is the truth after them and maps seats to roles. */
  add(events: readonly Event[], world: World): Batch[] {
    const batches = new Map<StreamKey, Batch>();
    for (const event of events) {
      const known = toKnown(event);
      for (const key of this.#receivers(event, world)) {
        const number = this.#push(key, known);
        const batch = batches.get(key) ?? { key, from: number, events: [] };
        batch.events.push(known);
        batches.set(key, batch);
      }
    }
    return [...batches.values()];
  }

  count(key: StreamKey): number {
    return this.#streams.get(key)?.count ?? 0;
  }

  /** The events after number `have`; undefined if they are no longer kept, or if `have` is from another log. */
  after(key: StreamKey, have: number): Batch | undefined {
    const stream = this.#streams.get(key);
    const missing = (stream?.count ?? 0) - have;
    if (missing < 0 || missing > (stream?.recent.length ?? 0)) return undefined;
    return { key, from: have + 1, events: missing === 0 ? [] : (stream?.recent.slice(-missing) ?? []) };
  }

  /** An immutable copy of the current world; later events do not change it. */
  world(key: StreamKey): World {
    const stream = this.#streams.get(key);
    stream?.draft.release();
    return stream?.world ?? emptyWorld();
  }

  /** The world of a seat: its role's world with the seat's own events folded in. */
  seatWorld(seat: SeatId, role: RoleId | undefined): World {
    if (role === undefined) return emptyWorld();
    const own = this.#streams.get(`seat:${seat}`)?.recent ?? [];
    return own.reduce(evolve, this.world(`role:${role}`));
  }

  /** To be serialised at once: later events change it in place. */
  toRecords(): Record<string, StreamRecord> {
    return Object.fromEntries(
      [...this.#streams].map(([key, { count, world, recent }]) => [
        key,
        key.startsWith('seat:') ? { count, world, events: recent } : { count, world },
      ]),
    );
  }

  #begin(key: StreamKey): Stream {
    const stream = { count: 0, world: emptyWorld(), draft: this.#newDraft(), recent: [] };
    this.#streams.set(key, stream);
    return stream;
  }

  #newDraft(): WorldDraft {
    return new WorldDraft({ messages: this.messages });
  }

  #receivers(event: Event, world: World): StreamKey[] {
    const keys: StreamKey[] = world.roles
      .filter((role) => mayKnow(desk(role), event))
      .map((role) => `role:${role}` as const);
    if (mayKnow(control, event)) keys.push(TRAINER);
    if (mayKnow(publicOnly, event)) keys.push('public');
    if (reachesWall(event, world)) keys.push('wall');
    for (const tag of event.audience) {
      if (!tag.startsWith('seat:')) continue;
      const role = world.seats[tag.slice('seat:'.length)]?.role;
      if (role === undefined || !mayKnow(desk(role), event)) keys.push(tag as StreamKey);
    }
    return keys;
  }

  #push(key: StreamKey, event: KnownEvent): number {
    const stream = this.#streams.get(key) ?? this.#begin(key);
    stream.count += 1;
    stream.world = evolveDraft(stream.draft, stream.world, event);
    stream.recent.push(event);
    // A seat stream keeps all of its few events: `seatWorld` folds them over the role's world.
    if (stream.recent.length > 2 * MIN_RECENT && !key.startsWith('seat:')) stream.recent.splice(0, MIN_RECENT);
    return stream.count;
  }
}

/** Most events are for the trainer alone or for one desk: who sits where is looked up only for the others. */
const reachesWall = (event: Event, world: World): boolean =>
  (event.audience.length > 1 || event.audience[0] !== TRAINER) &&
  mayKnow({ kind: 'wall', desks: seatedDesks(world) }, event);

/** Desks at which someone sits now, a person or a simulation. */
export const seatedDesks = ({ seats }: World): RoleId[] => [
  ...new Set(Object.values(seats).flatMap(({ role, freed }) => (freed ? [] : [role]))),
];
