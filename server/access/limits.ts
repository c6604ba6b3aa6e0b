/**
 * Rate limits. Guessing a code counts only failures, and a code that has worked from an address keeps working there: a whole
 * class behind one router can join while another client behind it guesses.
 */
import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from './http-error.ts';

/** The address of the socket, or the one that a trusted proxy states; other forwarded-for headers can be forged. */
export const addressOf = (request: Request): string => placeOf(request.ip ?? 'unknown');

/**
 * The key for limits: an IPv4 address (also if mapped into IPv6), or the first half of an IPv6 address, because one machine may
 * use every address of the other half.
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

  /** Allows `points` failures in `seconds` from one address. */
  constructor(points: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /**
   * Counts an attempt before it is checked, so that parallel attempts cannot pass the limit; `succeeded` gives a valid one back.
   * An attempt with a code that is known to be valid is not counted (`counted: false`). Throws `too-many-tries`.
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

  /** The attempt that `begin` counted was valid. */
  async succeeded(address: string): Promise<void> {
    await this.#limiter.reward(address);
  }

  /** From now on, attempts with this code from this address are not counted. */
  vouch(address: string, code: string): void {
    this.#good.add(`${address} ${code}`);
  }
}

/** Limits how often a client may do what fills the disk or a class; far above any normal use. */
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

/** Runs expensive work one at a time, so that it never takes more than one processor from running classes. */
export class Turnstile {
  readonly #max: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Rejects new work with `too-many-tries` while `max` works are waiting. */
  constructor(max: number) {
    this.#max = max;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.#max) throw new HttpError('too-many-tries');
    this.#waiting += 1;
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      this.#waiting -= 1;
    }
  }
}
