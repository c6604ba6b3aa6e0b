/** Timers: which falls due first is looked for once, and again when the timers are others than before. */
import type { World } from '../world.ts';
import { dropFrom, putIn } from './owner.ts';

type Timers = World['timers'];
type Due = [id: string, timer: Timers[string]];

const firstOf = new WeakMap<Timers, Due | 'none'>();

export function setTimer(world: World, id: string, timer: Timers[string]): World {
  const first = firstOf.get(world.timers);
  const next = putIn(world, 'timers', id, timer);
  if (first === undefined || first[0] === id) firstOf.delete(next.timers);
  else firstOf.set(next.timers, first !== 'none' && isBefore(first, [id, timer]) ? first : [id, timer]);
  return next;
}

export function clearTimer(world: World, id: string): World {
  const first = firstOf.get(world.timers);
  const next = dropFrom(world, 'timers', id);
  if (first === undefined || first[0] === id) firstOf.delete(next.timers);
  else firstOf.set(next.timers, first);
  return next;
}

const isBefore = ([id, { due }]: Due, [otherId, other]: Due): boolean =>
  due < other.due || (due === other.due && id < otherId);

/** The first of some timers, in order of (due, id). */
export function firstTimer(timers: Timers): Due | undefined {
  let first = firstOf.get(timers);
  if (first === undefined) firstOf.set(timers, (first = lookForFirst(timers) ?? 'none'));
  return first === 'none' ? undefined : first;
}

function lookForFirst(timers: Timers): Due | undefined {
  let first: Due | undefined;
  for (const id in timers) {
    const timer = timers[id];
    if (timer && (!first || isBefore([id, timer], first))) first = [id, timer];
  }
  return first;
}
