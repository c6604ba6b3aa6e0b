/** How long the class has been at it, while case time goes at the pace of the case and of the states it enters. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { ChartState } from '../scenario/schema/statecharts.ts';
import type { CaseMs } from '../time.ts';

export class ClassTime {
  /** Milliseconds of class that are left. */
  #left: number;
  #now: CaseMs;

  constructor(length: number, starts: CaseMs) {
    this.#left = length;
    this.#now = starts;
  }

  /** Case time goes on to `at` at `pace` case minutes a minute. */
  passes(at: CaseMs, pace: number): void {
    if (at <= this.#now) return;
    this.#left -= (at - this.#now) / pace;
    this.#now = at;
  }

  /** Case time at which the class is over, if the pace stays as it is. */
  endsAt(pace: number): CaseMs {
    return this.#now + Math.max(0, this.#left) * pace;
  }
}

/** Case time at which the class is over at the latest: all of it at the quickest pace there is. */
export function latestEnd({ scenario }: CompiledScenario): CaseMs {
  const paces = Object.values(scenario.statecharts).flatMap(pacesIn);
  return scenario.starts + scenario.length * Math.max(scenario.pace, ...paces);
}

const pacesIn = (state: ChartState): number[] => [
  ...(state.pace === undefined ? [] : [state.pace]),
  ...Object.values(state.states ?? {}).flatMap(pacesIn),
];
