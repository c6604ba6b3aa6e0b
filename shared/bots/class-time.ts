/** Counts the remaining class time while case time passes at the pace of the case and of its active states. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { ChartState } from '../scenario/schema/statecharts.ts';
import type { CaseMs } from '../time.ts';

export class ClassTime {
  /** Remaining class time in milliseconds. */
  #left: number;
  #now: CaseMs;

  constructor(length: number, starts: CaseMs) {
    this.#left = length;
    this.#now = starts;
  }

  /** Advances case time to `at`, at `pace` case minutes per minute. */
  advance(at: CaseMs, pace: number): void {
    if (at <= this.#now) return;
    this.#left -= (at - this.#now) / pace;
    this.#now = at;
  }

  /** Case time at which the class ends if the pace stays the same. */
  endsAt(pace: number): CaseMs {
    return this.#now + Math.max(0, this.#left) * pace;
  }
}

/** Latest case time at which the class can end: the whole class at the fastest pace of the case. */
export function latestEnd({ scenario }: CompiledScenario): CaseMs {
  const paces = Object.values(scenario.statecharts).flatMap(pacesIn);
  return scenario.starts + scenario.length * Math.max(scenario.pace, ...paces);
}

const pacesIn = (state: ChartState): number[] => [
  ...(state.pace === undefined ? [] : [state.pace]),
  ...Object.values(state.states ?? {}).flatMap(pacesIn),
];
