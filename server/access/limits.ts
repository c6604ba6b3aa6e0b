/**
 * Limits on guessing. Only failures count, and a code that has once worked from an address goes on working there:
 * a whole class behind one router gets in, whatever somebody else behind it tries.
 */
import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from './http-error.ts';

/** The socket's own address, or what a trusted proxy says of it: forwarded-for headers are written by anybody. */
export const addressOf = (request: Request): string => placeOf(request.ip ?? 'unknown');

/**
 * What counts as one address: an IPv4 address, also where it comes dressed as IPv6, and of IPv6 the first half, because a
 * single machine may use every address of the other half.
 */
export function placeOf(address: string): string {
  const dressed = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (dressed !== undefined) return dressed;
  const plain = address.replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

const groupsOf = (text: string): string[] => text.split(':').filter((group) => group !== '');

export class FailureLimit {
  readonly #limiter: RateLimiterMemory;
  readonly #good = new Set<string>();

  /** `points` failures in `seconds` from one address. */
  constructor(points: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /**
   * Counts a try before it is judged, so that many at once are no way around the limit; a good one is given back (`succeeded`).
   * A code that is known to be good there is not counted at all, which the answer says. Throws `too-many-tries`.
   */
  async begin(address: string, code = ''): Promise<{ counted: boolean }> {
    if (code !== '' && this.#good.has(`${address} ${code}`)) return { counted: false };
    try {
      await this.#limiter.consume(address);
      return { counted: true };
    } catch (error) {
      throw error instanceof RateLimiterRes ? new HttpError('too-many-tries') : error;
    }
  }

  /** What `begin` has counted was no failure. */
  async succeeded(address: string): Promise<void> {
    await this.#limiter.reward(address);
  }

  /** This code is good for this address, whatever is tried from there later. */
  vouch(address: string, code: string): void {
    this.#good.add(`${address} ${code}`);
  }
}

/** How often somebody may do what fills the disk or a class, right or wrong: so often that nobody who means well ever meets it. */
export class PaceLimit {
  readonly #limiter: RateLimiterMemory;

  constructor(times: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points: times, duration: seconds });
  }

  async take(...who: readonly string[]): Promise<void> {
    try {
      await this.#limiter.consume(who.join(' '));
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new HttpError('too-many-tries');
      throw error;
    }
  }
}

/** Lets one through at a time: what is dear to compute never takes more than one processor from a class that plays. */
export class Turnstile {
  readonly #most: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** More than `most` who wait are sent away. */
  constructor(most: number) {
    this.#most = most;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.#most) throw new HttpError('too-many-tries');
    this.#waiting += 1;
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.#waiting -= 1;
    }
  }
}
