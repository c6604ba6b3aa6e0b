/** A machine whose time passes only when the test says so. */
import type { Host } from '../../server/exercises/host.ts';

export class FakeHost implements Host {
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

  /** Lets real time pass; timers that fall due are called in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers = this.#timers.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callBack();
    }
    this.#now = end;
  }

  /** Time passes without anybody being called: the lid was closed. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  #next(end: number) {
    return this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
