/**
 * Who may alter a world in place. Without an owner every fold copies what it changes, and the world given is untouched. Whoever
 * plays thousands of exercises is the owner of what is copied for it: the first change of a thing copies it, the next ones
 * alter that copy. What was there before the owner began is never altered; what the owner was given is not to be kept by it
 * as it was at a moment.
 */
import type { World } from '../world.ts';

export class Owner {
  readonly #own = new Set<object>();
  /** The parts of the world that were changed since somebody last looked and cleared this. */
  readonly touched = new Set<keyof World>();

  owns(thing: object): boolean {
    return this.#own.has(thing);
  }

  /** Nobody else has this. */
  take<T extends object>(thing: T): T {
    this.#own.add(thing);
    return thing;
  }

  /** Everything was handed out: from here on it is copied again before it is changed. */
  release(): void {
    if (this.#own.size > 0) this.#own.clear();
  }
}

/** For whom is being folded now; folding one event never waits for anything. */
let current: Owner | undefined;

export function foldFor(owner: Owner | undefined): void {
  current = owner;
}

/** The world as it may be altered. */
export const mine = <T extends object>(thing: T): T => {
  if (current === undefined) return { ...thing };
  return current.owns(thing) ? thing : current.take({ ...thing });
};

const mineOfList = <T>(list: readonly T[]): T[] => {
  if (current === undefined) return [...list];
  return current.owns(list) ? (list as T[]) : current.take([...list]);
};

type Parts = keyof World;
/** Parts of a world that are records of things, with what they hold. */
type RecordPart = {
  [P in Parts]-?: World[P] extends readonly unknown[] ? never : World[P] extends Record<string, unknown> ? P : never;
}[Parts];
type Things = { [P in RecordPart]: World[P] extends Record<string, infer Thing> ? Thing : never };
type ListPart = 'links' | 'shares' | 'measures' | 'notes';

/** Other values for some parts of the world. */
export function amend(world: World, parts: Partial<World>): World {
  const next = mine(world);
  if (current) for (const part in parts) current.touched.add(part as Parts);
  return Object.assign(next, parts);
}

const recordOf = <P extends RecordPart>(world: World, part: P) => world[part] as Record<string, Things[P]>;

/** A thing of a part of the world, new or instead of the one before. */
export function putIn<P extends RecordPart>(world: World, part: P, key: string, value: Things[P]): World {
  const next = mine(world);
  const record = mine(recordOf(next, part));
  record[key] = value;
  return replace(next, part, record);
}

/** The world without a thing. */
export function dropFrom(world: World, part: RecordPart, key: string): World {
  const next = mine(world);
  const record = mine(recordOf(next, part));
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
  const list = mineOfList<World[P][number]>(next[part]);
  list.push(value);
  return replace(next, part, list);
}

function replace(next: World, part: Parts, value: object): World {
  (next as unknown as Record<string, object>)[part] = value;
  current?.touched.add(part);
  return next;
}

/** One more at the end of a list that is no part of the world. */
export function addToList<T>(owner: Owner | undefined, list: readonly T[] | undefined, value: T): T[] {
  if (owner === undefined) return [...(list ?? []), value];
  const own = list !== undefined && owner.owns(list) ? (list as T[]) : owner.take([...(list ?? [])]);
  own.push(value);
  return own;
}
