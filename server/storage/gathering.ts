/**
 * Decides when to commit. A commit costs the same for one write as for many, and more than the write itself, so two commits are
 * some milliseconds apart if other writes arrive in between. If none arrive (a single client waits for each answer), waiting
 * is useless and is tried less and less often.
 */

/** Far below what a user notices. */
const MIN_GAP_MS = 4;
/** The resolution of a timer. */
const MIN_WAIT_MS = 1;
const MAX_SKIPPED = 64;

export class Gathering {
  readonly #now: () => number;
  #last = -MIN_GAP_MS;
  /** The number of waits to skip after useless waits, doubled each time, and how many of them are left. */
  #skips = 0;
  #skipsLeft = 0;

  /** `now` is monotonic, in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Milliseconds to wait before the next commit; 0 to commit now. */
  wait(): number {
    const gap = MIN_GAP_MS - (this.#now() - this.#last);
    if (gap < MIN_WAIT_MS) return 0;
    if (this.#skipsLeft === 0) return gap;
    this.#skipsLeft -= 1;
    return 0;
  }

  /** Reports after a wait whether another write arrived. */
  waited(arrived: boolean): void {
    this.#skips = arrived ? 0 : Math.min(MAX_SKIPPED, Math.max(1, this.#skips * 2));
    this.#skipsLeft = this.#skips;
  }

  committed(): void {
    this.#last = this.#now();
  }
}
