/**
 * An agenda: rules in the order of what comes first. A rule looks at one kind of work and offers commands, best first; the
 * first that is not known to be refused is done. A rule that had nothing is not asked again before something it looks at
 * has changed, or its time has come.
 */
import type { TraineeCommand } from '../exercise/commands.ts';
import { bitsOf, NO_PARTS, type Parts } from '../exercise/folds/parts.ts';
import type { World } from '../exercise/world.ts';
import type { CaseMs } from '../time.ts';
import type { DeskSight } from './desk-sight.ts';
import type { Mind } from './mind.ts';

export interface Rule {
  name: string;
  /** What of the world it looks at. Seats always count: where one is decides what one can do. */
  looksAt: readonly (keyof World)[];
  /** False where a desk with these powers never does such work. */
  for?: ((sight: DeskSight) => boolean) | undefined;
  offers: (sight: DeskSight, mind: Mind) => Iterable<TraineeCommand>;
}

export class Agenda {
  readonly #rules: readonly Rule[];
  readonly #looksAt: readonly Parts[];
  /** What has changed for a rule since it last had nothing. */
  readonly #news: Parts[];
  /** Until when a rule has nothing, if there is no news. */
  readonly #until: CaseMs[];

  constructor(rules: readonly Rule[], sight: DeskSight) {
    this.#rules = rules.filter((rule) => rule.for?.(sight) !== false);
    this.#looksAt = this.#rules.map(({ looksAt }) => bitsOf(['seats', ...looksAt]));
    this.#news = this.#rules.map(() => 1);
    this.#until = this.#rules.map(() => Number.NEGATIVE_INFINITY);
  }

  /** The next command, or the time until which nothing is to be done unless the view changes. */
  next(sight: DeskSight, mind: Mind): TraineeCommand | CaseMs {
    this.#notice(sight.takeNews());
    let until = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.#rules.length; index += 1) {
      const rule = this.#rules[index];
      const rests = this.#until[index] ?? 0;
      if (!rule) continue;
      if (this.#news[index] === 0 && sight.now < rests) {
        if (rests < until) until = rests;
        continue;
      }
      mind.wake = Number.POSITIVE_INFINITY;
      for (const command of rule.offers(sight, mind)) if (!mind.isRefused(command, sight.now)) return command;
      this.#news[index] = 0;
      this.#until[index] = mind.wake;
      if (mind.wake < until) until = mind.wake;
    }
    return until;
  }

  #notice(changed: Parts): void {
    if (changed === NO_PARTS) return;
    for (let index = 0; index < this.#rules.length; index += 1)
      this.#news[index] = (this.#news[index] ?? 0) | (changed & (this.#looksAt[index] ?? 0));
  }
}
