/** A clock that only the test advances. */
import type { Timing } from '../../server/exercises/timing.ts';

export class FakeTiming implements Timing {
  #now = 0;
  #timers: { at: number; callBack: () => void }[] = [];

  now = (): number => this.#now;

  after = (ms: number, callBack: () => void): (() => void) => {
    const timer = { at: this.#now + ms, callBack };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };

  /** Advances by `ms` and calls the due timers in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers = this.#timers.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callBack();
    }
    this.#now = end;
  }

  /** Advances by `ms` without calling a timer, like a machine that sleeps. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  #next(end: number) {
    return this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
