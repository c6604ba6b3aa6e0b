/** Caches the next due timer until the timers change. */
import type { World } from '../world.ts';
import type { WorldDraft } from './draft.ts';

type Timers = World['timers'];
export type Due = [id: string, timer: Timers[string]];

export function setTimer(draft: WorldDraft, id: string, timer: Timers[string]): void {
  const before = draft.world.timers;
  draft.put('timers', id, timer);
  draft.dueTimers.added(before, draft.world.timers, [id, timer]);
}

export function clearTimer(draft: WorldDraft, id: string): void {
  const before = draft.world.timers;
  draft.drop('timers', id);
  draft.dueTimers.removed(before, draft.world.timers, id);
}

const isBefore = ([id, { due }]: Due, [otherId, other]: Due): boolean =>
  due < other.due || (due === other.due && id < otherId);

/** Remembers the first timer of the last record. Only `setTimer` and `clearTimer` may mutate that record. */
export class DueTimers {
  #timers: Timers | undefined;
  #first: Due | undefined;

  /** The first of some timers, in order of (due, id). */
  firstOf(timers: Timers): Due | undefined {
    if (this.#timers !== timers) {
      this.#timers = timers;
      this.#first = firstTimer(timers);
    }
    return this.#first;
  }

  added(before: Timers, after: Timers, timer: Due): void {
    if (this.#timers !== before || this.#first?.[0] === timer[0]) return this.#forget();
    this.#timers = after;
    if (this.#first === undefined || isBefore(timer, this.#first)) this.#first = timer;
  }

  removed(before: Timers, after: Timers, id: string): void {
    if (this.#timers !== before || this.#first?.[0] === id) return this.#forget();
    this.#timers = after;
  }

  #forget(): void {
    this.#timers = undefined;
    this.#first = undefined;
  }
}

/** The first of some timers, in order of (due, id). */
export function firstTimer(timers: Timers): Due | undefined {
  let first: Due | undefined;
  for (const id in timers) {
    const timer = timers[id];
    if (timer && (!first || isBefore([id, timer], first))) first = [id, timer];
  }
  return first;
}
