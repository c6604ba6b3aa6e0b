/** What every maker of a random command receives: the sight of the desk, and a random generator. */
import type { TraineeCommand } from '../../vocabulary/commands.ts';
import type { DeskSight } from '../desk-sight.ts';
import type { Mind } from '../mind.ts';

/** Returns nothing (`undefined`, or the empty id of a missing thing) if the command is not possible now. */
export type CommandMaker = (sight: DeskSight, draw: Draw) => TraineeCommand | '' | undefined;

/** Random draws from lists; undefined for an empty list. */
export class Draw {
  readonly #mind: Mind;
  constructor(mind: Mind) {
    this.#mind = mind;
  }
  one<T>(list: readonly T[]): T | undefined {
    return this.#mind.pick(list);
  }
  /** Draws from a list that is never empty. */
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
