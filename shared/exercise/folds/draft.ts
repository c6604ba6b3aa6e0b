/**
 * A world under construction: folds read `draft.world` and change it through `put`, `change`, `drop`, `add` and `set`.
 *
 * The first change of the world, or of one of its parts, copies it; later changes go into that copy. The world given to `open`
 * is never changed. A draft that lives longer than one event keeps its copies and so avoids copying per event; its caller must
 * then use only the newest world, or call `release` before it hands one out.
 */
import type { Event } from '../events.ts';
import type { Reads } from '../reads.ts';
import type { Exercise } from '../truth.ts';
import { copyOf, emptyWorld, type World } from '../world.ts';
import { bitOf, NO_PARTS, type Part, type PartSet } from './parts.ts';
import type { SharedMessages } from './shared-messages.ts';
import { DueTimers } from './timers.ts';

/** Parts of a world that are records, with their values. */
export type RecordPart = {
  [P in Part]-?: World[P] extends readonly unknown[] ? never : World[P] extends Record<string, unknown> ? P : never;
}[Part];
export type Things = { [P in RecordPart]: World[P] extends Record<string, infer Thing> ? Thing : never };
type ListPart = 'links' | 'shares' | 'measures' | 'notes';

/** Called for every event of an exercise. It may read `exercise` during the call and must not keep it. */
export interface EventObserver {
  before(event: Event, exercise: Exercise): void;
  after(event: Event, exercise: Exercise, change: Reads): void;
}

export interface DraftOptions {
  observer?: EventObserver | undefined;
  /** Shared by the drafts of one class, so that they hold each message text once. */
  messages?: SharedMessages | undefined;
}

const NO_WORLD = emptyWorld();

export class WorldDraft {
  readonly observer: EventObserver | undefined;
  readonly messages: SharedMessages | undefined;
  /** The parts changed since the caller last set this to `NO_PARTS`. */
  touched: PartSet = NO_PARTS;
  #world: World = NO_WORLD;
  /** The copy of the world that this draft made and may mutate. */
  #ownWorld: World | undefined;
  /** The copies of records and lists that this draft made and may mutate, by part. */
  #ownParts: Partial<Record<Part, object>> | undefined;
  /** Copies of lists outside the world (`addToList`). */
  #ownLists: Set<object> | undefined;
  #dueTimers: DueTimers | undefined;
  /** The last number used, by id stem. A hint only: readers check it against the world. */
  #lastIds: Map<string, number> | undefined;

  constructor({ observer, messages }: DraftOptions = {}) {
    this.observer = observer;
    this.messages = messages;
  }

  get world(): World {
    return this.#world;
  }

  /** Continues with `world`. Earlier copies are reused if `world` still contains them. */
  open(world: World): void {
    this.#world = world;
  }

  /** Sets new values for some parts of the world. */
  set(parts: Partial<World>): void {
    Object.assign(this.#own(), parts);
    for (const part in parts) this.touched |= bitOf(part);
  }

  /** Adds or replaces an entry in a part of the world. */
  put<P extends RecordPart>(part: P, key: string, value: Things[P]): void {
    const record = this.#ownRecord(part);
    record[key] = value;
  }

  /** Changes an existing entry; does nothing if there is none. */
  change<P extends RecordPart>(part: P, key: string, edit: (value: Things[P]) => Things[P]): void {
    const value = this.#recordOf(part)[key];
    if (value !== undefined) this.put(part, key, edit(value));
  }

  /** Removes an entry from a part of the world. */
  drop(part: RecordPart, key: string): void {
    const record = this.#ownRecord(part);
    delete record[key];
  }

  /** Appends to a list of the world. */
  add<P extends ListPart>(part: P, value: World[P][number]): void {
    const own = this.#own();
    const list: World[P][number][] = own[part];
    if (this.#ownParts?.[part] === list) list.push(value);
    else this.#keep(part, [...list, value]);
    this.touched |= bitOf(part);
  }

  /** Appends to a list that is no part of the world and returns it: the same list if this draft made it. */
  addToList<T>(list: T[] | undefined, value: T): T[] {
    if (list !== undefined && this.#ownLists?.has(list)) {
      list.push(value);
      return list;
    }
    const copy = [...(list ?? []), value];
    this.#ownLists ??= new Set();
    this.#ownLists.add(copy);
    return copy;
  }

  /** The timers of the world in the order of their due times. */
  get dueTimers(): DueTimers {
    return (this.#dueTimers ??= new DueTimers());
  }

  get lastIds(): Map<string, number> {
    return (this.#lastIds ??= new Map());
  }

  /** Gives up every copy: worlds handed out so far are never mutated again. */
  release(): void {
    this.#ownWorld = undefined;
    this.#ownParts = undefined;
    this.#ownLists = undefined;
  }

  #own(): World {
    if (this.#ownWorld !== this.#world) this.#ownWorld = this.#world = copyOf(this.#world);
    return this.#world;
  }

  #recordOf<P extends RecordPart>(part: P): Record<string, Things[P]> {
    // World[P] is Record<string, Things[P]> by the definition of `Things`; TypeScript cannot derive that for an open P.
    return this.#world[part] as Record<string, Things[P]>;
  }

  #ownRecord<P extends RecordPart>(part: P): Record<string, Things[P]> {
    this.#own();
    this.touched |= bitOf(part);
    const record = this.#recordOf(part);
    if (this.#ownParts?.[part] === record) return record;
    return this.#keep(part, { ...record });
  }

  #keep<T extends object>(part: Part, copy: T): T {
    this.#ownParts ??= {};
    this.#ownParts[part] = copy;
    Object.assign(this.#world, { [part]: copy });
    return copy;
  }
}
