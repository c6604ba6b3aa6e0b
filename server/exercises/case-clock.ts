/** Turns the monotonic time of the machine into case time: stops, starts, changes pace, never runs backwards by itself. */
import type { CaseMs } from '../../shared/time.ts';

export class CaseClock {
  readonly #now: () => number;
  #caseAt: CaseMs = 0;
  #since: number;
  #pace = 1;
  #running = false;

  /** `now` is monotonic, in milliseconds. */
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

  /** Real milliseconds until `due`; undefined while the clock stands. */
  untilReal(due: CaseMs): number | undefined {
    return this.#running ? Math.max(0, (due - this.read()) / this.#pace) : undefined;
  }

  /** Goes on from `at` (by default: from where it stands). */
  set({
    at = this.read(),
    pace = this.#pace,
    running = this.#running,
  }: {
    at?: CaseMs;
    pace?: number;
    running?: boolean;
  }): void {
    this.#caseAt = at;
    this.#since = this.#now();
    this.#pace = pace;
    this.#running = running;
  }
}
