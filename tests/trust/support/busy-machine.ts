/**
 * How late a timer of this process comes while something is measured: the floor for figures in real time. On a quiet machine it
 * is next to nothing; where a dozen programs wait for two processors nothing can be quicker than that, and no limit should ask it.
 */
import { percentile } from './scale.ts';

const EVERY_MS = 20;

export class BusyMachine {
  readonly #late: number[] = [];
  readonly #timer: NodeJS.Timeout;
  #last = performance.now();

  constructor() {
    this.#timer = setInterval(() => {
      const now = performance.now();
      this.#late.push(Math.max(0, now - this.#last - EVERY_MS));
      this.#last = now;
    }, EVERY_MS);
  }

  /** Ends measuring. Answers the limit, or so many times the p95 of the lateness where that is more. */
  allows(ms: number, times: number): number {
    clearInterval(this.#timer);
    return Math.max(ms, times * percentile(this.#late, 0.95));
  }
}
