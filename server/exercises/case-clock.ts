/** Converts monotonic time into case time: runs at a pace, stops, and never runs backwards by itself. */
import type { CaseMs } from '../../shared/time.ts';

export interface ClockChange {
  at?: CaseMs;
  /** Case minutes per real minute. */
  pace?: number;
  running?: boolean;
}

export class CaseClock {
  readonly #now: () => number;
  #caseAt: CaseMs = 0;
  #since: number;
  #pace = 1;
  #running = false;

  /** `now` returns monotonic milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
    this.#since = now();
  }

  get running(): boolean {
    return this.#running;
  }

  /** Case minutes per real minute. */
  get pace(): number {
    return this.#pace;
  }

  read(): CaseMs {
    if (!this.#running) return this.#caseAt;
    return Math.floor(this.#caseAt + (this.#now() - this.#since) * this.#pace);
  }

  /** Real milliseconds until the case time `due`; undefined while the clock is stopped. */
  untilReal(due: CaseMs): number | undefined {
    return this.#running ? Math.max(0, (due - this.read()) / this.#pace) : undefined;
  }

  /** Changes what is given and keeps the rest; without `at` the case time continues from where it is. */
  set({ at = this.read(), pace = this.#pace, running = this.#running }: ClockChange): void {
    this.#caseAt = at;
    this.#since = this.#now();
    this.#pace = pace;
    this.#running = running;
  }
}
