/**
 * Who may alter a world in place. Without an owner every fold copies what it changes, and the world given is untouched. Whoever
 * plays thousands of exercises is the owner of what is copied for it: the first change of a thing copies it, the next ones
 * alter that copy. What was there before the owner began is never altered; what the owner was given is not to be kept by it
 * as it was at a moment.
 */
import { bitOf, NO_PARTS, type Parts } from './parts.ts';
import type { Event } from '../events.ts';
import type { Reads } from '../reads.ts';
import type { Exercise } from '../truth.ts';
import { copyOf, type World } from '../world.ts';

type Part = keyof World;

/** Sees each event as it happens. The exercise goes on: nothing of it is to be kept. */
export interface Onlooker {
  before(event: Event, exercise: Exercise): void;
  after(event: Event, exercise: Exercise, change: Reads): void;
}

export class Owner {
  readonly onlooker: Onlooker | undefined;
  #world: World | undefined;
  /** Its own records and lists, by the part of the world they are. */
  #parts: Partial<Record<Part, object>> = {};
  readonly #lists = new Set<object>();
  /** The parts of the world that were changed since somebody last looked and set this back. */
  touched: Parts = NO_PARTS;

  constructor(onlooker?: Onlooker) {
    this.onlooker = onlooker;
  }

  /** The world as it may be altered. */
  worldOf(world: World): World {
    if (this.#world !== world) this.#world = copyOf(world);
    return this.#world;
  }

  /** True where nobody else has this part; if not, the caller gives a copy (`take`). */
  owns(part: Part, thing: object): boolean {
    return this.#parts[part] === thing;
  }

  take<T extends object>(part: Part, thing: T): T {
    this.#parts[part] = thing;
    return thing;
  }

  /** One more at the end of a list that is no part of the world. */
  addToList<T>(list: readonly T[] | undefined, value: T): T[] {
    const own = list !== undefined && this.#lists.has(list) ? (list as T[]) : [...(list ?? [])];
    if (own !== list) this.#lists.add(own);
    own.push(value);
    return own;
  }

  /** Everything was handed out: from here on it is copied again before it is changed. */
  release(): void {
    this.#world = undefined;
    this.#parts = {};
    if (this.#lists.size > 0) this.#lists.clear();
  }
}

/** For whom is being folded now; folding one event never waits for anything. */
let current: Owner | undefined;

export function foldFor(owner: Owner | undefined): void {
  current = owner;
}

/** The world as it may be altered. */
export const mine = (world: World): World => (current === undefined ? copyOf(world) : current.worldOf(world));

/** Parts of a world that are records of things, with what they hold. */
type RecordPart = {
  [P in Part]-?: World[P] extends readonly unknown[] ? never : World[P] extends Record<string, unknown> ? P : never;
}[Part];
type Things = { [P in RecordPart]: World[P] extends Record<string, infer Thing> ? Thing : never };
type ListPart = 'links' | 'shares' | 'measures' | 'notes';

/** Other values for some parts of the world. */
export function amend(world: World, parts: Partial<World>): World {
  const next = mine(world);
  if (current) for (const part in parts) current.touched |= bitOf(part);
  return Object.assign(next, parts);
}

const recordOf = <P extends RecordPart>(world: World, part: P) => world[part] as Record<string, Things[P]>;

function myRecord<P extends RecordPart>(world: World, part: P): Record<string, Things[P]> {
  const record = recordOf(world, part);
  if (current === undefined) return { ...record };
  return current.owns(part, record) ? record : current.take(part, { ...record });
}

function myList<P extends ListPart>(world: World, part: P): World[P][number][] {
  const list = world[part];
  if (current === undefined) return [...list];
  return current.owns(part, list) ? list : current.take(part, [...list]);
}

/** A thing of a part of the world, new or instead of the one before. */
export function putIn<P extends RecordPart>(world: World, part: P, key: string, value: Things[P]): World {
  const next = mine(world);
  const record = myRecord(next, part);
  record[key] = value;
  return replace(next, part, record);
}

/** The world without a thing. */
export function dropFrom(world: World, part: RecordPart, key: string): World {
  const next = mine(world);
  const record = myRecord(next, part);
  delete record[key];
  return replace(next, part, record);
}

/** An existing thing is changed; the same world where there is none. */
export function changeIn<P extends RecordPart>(
  world: World,
  part: P,
  key: string,
  edit: (value: Things[P]) => Things[P],
): World {
  const value = recordOf(world, part)[key];
  return value === undefined ? world : putIn(world, part, key, edit(value));
}

/** One more at the end of a list. */
export function addTo<P extends ListPart>(world: World, part: P, value: World[P][number]): World {
  const next = mine(world);
  const list = myList(next, part);
  list.push(value);
  return replace(next, part, list);
}

function replace(next: World, part: Part, value: object): World {
  (next as unknown as Record<string, object>)[part] = value;
  if (current) current.touched |= bitOf(part);
  return next;
}

/** One more at the end of a list that is no part of the world. */
export const addToList = <T>(owner: Owner | undefined, list: readonly T[] | undefined, value: T): T[] =>
  owner === undefined ? [...(list ?? []), value] : owner.addToList(list, value);
