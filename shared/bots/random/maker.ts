/** What every maker of a random command works with: the sight of the desk, and chance. */
import type { TraineeCommand } from '../../exercise/commands.ts';
import type { DeskSight } from '../desk-sight.ts';
import type { Mind } from '../mind.ts';

/** Nothing (`undefined`, or an id that is not there) where this cannot be done now. */
export type Maker = (sight: DeskSight, draw: Draw) => TraineeCommand | '' | undefined;

/** Drawing from lists; `none` of an empty one. */
export class Draw {
  readonly #mind: Mind;
  constructor(mind: Mind) {
    this.#mind = mind;
  }
  one<T>(list: readonly T[]): T | undefined {
    return this.#mind.pick(list);
  }
  /** One of a list that is never empty. */
  of<T>(list: readonly [T, ...T[]]): T {
    return this.#mind.pick(list) ?? list[0];
  }
  some<T>(list: readonly T[]): T[] {
    return list.filter(() => this.#mind.chance() < 0.4);
  }
  yes(share = 0.5): boolean {
    return this.#mind.chance() < share;
  }
}

export const here = (sight: DeskSight) => sight.people.filter((person) => sight.isHere(person));
export const entries = <T>(record: Readonly<Record<string, T>>) => Object.entries(record);
export const isFree = (sight: DeskSight) => sight.busyUntil === undefined && sight.place !== undefined;
