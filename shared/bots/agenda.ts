/**
 * An agenda: rules in order of priority. A rule covers one kind of work and offers commands, best first; the agenda
 * takes the first command that is not known to be refused. A rule that offered nothing is skipped until a part of the
 * world that it reads changes, or its wake time comes.
 */
import type { TraineeCommand } from '../vocabulary/commands.ts';
import { bitsOf, NO_PARTS, type PartSet } from '../exercise/folds/parts.ts';
import type { World } from '../exercise/world.ts';
import type { CaseMs } from '../time.ts';
import type { DeskSight } from './desk-sight.ts';
import type { Mind } from './mind.ts';

export interface Rule {
  name: string;
  /** The parts of the world that the rule reads. Seats always count, because a seat's place decides what it can do. */
  reads: readonly (keyof World)[];
  /** False if a desk with these powers never does this work. */
  for?: ((sight: DeskSight) => boolean) | undefined;
  offers: (sight: DeskSight, mind: Mind) => Iterable<TraineeCommand>;
}

export class Agenda {
  readonly #rules: readonly Rule[];
  readonly #reads: readonly PartSet[];
  /** Per rule: the parts that changed since the rule last offered nothing. */
  readonly #changes: PartSet[];
  /** Per rule: the case time until which it is skipped while nothing changes. */
  readonly #sleepsUntil: CaseMs[];

  constructor(rules: readonly Rule[], sight: DeskSight) {
    this.#rules = rules.filter((rule) => rule.for?.(sight) !== false);
    this.#reads = this.#rules.map(({ reads }) => bitsOf(['seats', ...reads]));
    this.#changes = this.#rules.map(() => 1);
    this.#sleepsUntil = this.#rules.map(() => Number.NEGATIVE_INFINITY);
  }

  /** The next command, or the time to wait until unless the view changes. */
  next(sight: DeskSight, mind: Mind): TraineeCommand | CaseMs {
    this.#noteChanges(sight.takeChanges());
    let until = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.#rules.length; index += 1) {
      const rule = this.#rules[index];
      const rests = this.#sleepsUntil[index] ?? 0;
      if (!rule) continue;
      if (this.#changes[index] === 0 && sight.now < rests) {
        if (rests < until) until = rests;
        continue;
      }
      mind.wakeAt = Number.POSITIVE_INFINITY;
      for (const command of rule.offers(sight, mind)) if (!mind.isRefused(command, sight.now)) return command;
      this.#changes[index] = 0;
      this.#sleepsUntil[index] = mind.wakeAt;
      if (mind.wakeAt < until) until = mind.wakeAt;
    }
    return until;
  }

  #noteChanges(changed: PartSet): void {
    if (changed === NO_PARTS) return;
    for (let index = 0; index < this.#rules.length; index += 1)
      this.#changes[index] = (this.#changes[index] ?? 0) | (changed & (this.#reads[index] ?? 0));
  }
}
