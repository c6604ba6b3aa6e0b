/**
 * When to commit. A commit costs the same for one act as for many, and more than all else about an act: so two do not follow on
 * each other within a few milliseconds where somebody else comes in between. Where nobody comes, waiting is for nothing, as with
 * one who asks again only after the answer: then it is tried ever more seldom.
 */

/** Far below what a person notices. */
const LEAST_GAP_MS = 4;
/** A timer is no more exact than this. */
const LEAST_WAIT_MS = 1;
const MOST_PASSED_OVER = 64;

export class Gathering {
  readonly #now: () => number;
  #last = -LEAST_GAP_MS;
  /** How often in a row waiting was for nothing, doubled each time, and how many of those are still passed over. */
  #vain = 0;
  #passOver = 0;

  /** `now` is monotonic, in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Milliseconds to wait before the next commit; 0 for at once. */
  wait(): number {
    const gap = LEAST_GAP_MS - (this.#now() - this.#last);
    if (gap < LEAST_WAIT_MS) return 0;
    if (this.#passOver === 0) return gap;
    this.#passOver -= 1;
    return 0;
  }

  /** After a wait: whether anybody came meanwhile. */
  waited(somebodyCame: boolean): void {
    this.#vain = somebodyCame ? 0 : Math.min(MOST_PASSED_OVER, Math.max(1, this.#vain * 2));
    this.#passOver = this.#vain;
  }

  committed(): void {
    this.#last = this.#now();
  }
}
