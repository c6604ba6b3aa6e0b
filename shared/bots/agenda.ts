/**
 * An agenda: rules in the order of what comes first. A rule looks at one kind of work and offers commands, best first; the
 * first that is not known to be refused is done. A rule that had nothing is not asked again before something it looks at
 * has changed, or its time has come.
 */
import type { TraineeCommand } from '../exercise/commands.ts';
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

interface Rest {
  seen: readonly unknown[];
  until: CaseMs;
}

export class Agenda {
  readonly #rules: readonly Rule[];
  readonly #rests: (Rest | undefined)[];

  constructor(rules: readonly Rule[], sight: DeskSight) {
    this.#rules = rules.filter((rule) => rule.for?.(sight) !== false);
    this.#rests = this.#rules.map(() => undefined);
  }

  /** The next command, or the time until which nothing is to be done unless the view changes. */
  next(sight: DeskSight, mind: Mind): TraineeCommand | CaseMs {
    let until = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.#rules.length; index += 1) {
      const rule = this.#rules[index];
      if (!rule) continue;
      const rest = this.#rests[index];
      if (rest && sight.now < rest.until && isSame(rest.seen, rule.looksAt, sight.world)) {
        until = Math.min(until, rest.until);
        continue;
      }
      mind.wake = Number.POSITIVE_INFINITY;
      for (const command of rule.offers(sight, mind)) if (!mind.isRefused(command, sight.now)) return command;
      this.#rests[index] = { seen: seenBy(rule.looksAt, sight.world), until: mind.wake };
      until = Math.min(until, mind.wake);
    }
    return until;
  }
}

const seenBy = (fields: readonly (keyof World)[], world: World): unknown[] => [
  world.seats,
  ...fields.map((field) => world[field]),
];

function isSame(seen: readonly unknown[], fields: readonly (keyof World)[], world: World): boolean {
  if (seen[0] !== world.seats) return false;
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index];
    if (field !== undefined && seen[index + 1] !== world[field]) return false;
  }
  return true;
}
