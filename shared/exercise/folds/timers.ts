/** Timers: which falls due first is looked for once, and again when the timers are others than before. */
import type { World } from '../world.ts';
import { dropFrom, putIn } from './owner.ts';

type Timers = World['timers'];
type Due = [id: string, timer: Timers[string]];

const firstOf = new WeakMap<Timers, Due | 'none'>();

export function setTimer(world: World, id: string, timer: Timers[string]): World {
  const next = putIn(world, 'timers', id, timer);
  firstOf.delete(next.timers);
  return next;
}

export function clearTimer(world: World, id: string): World {
  const next = dropFrom(world, 'timers', id);
  firstOf.delete(next.timers);
  return next;
}

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
    if (!timer) continue;
    if (!first || timer.due < first[1].due || (timer.due === first[1].due && id < first[0])) first = [id, timer];
  }
  return first;
}
