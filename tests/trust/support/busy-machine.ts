/**
 * The lateness of a timer of this process during a measurement: the floor for figures in real time. It is near zero on
 * a quiet machine; on a busy one nothing can be faster, so limits are raised by it.
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

  /** Ends the measurement. Returns the limit, or this multiple of the p95 lateness if that is more. */
  allows(ms: number, times: number): number {
    clearInterval(this.#timer);
    return Math.max(ms, times * percentile(this.#late, 0.95));
  }
}
