/**
 * Limits on guessing. Only failures count, and a code that has once worked from an address goes on working there:
 * a whole class behind one router gets in, whatever somebody else behind it tries.
 */
import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from './api-error.ts';

/** The socket's own address: forwarded-for headers are written by anybody. */
export const addressOf = (request: Request): string => request.socket.remoteAddress ?? 'unknown';

export class FailureLimit {
  readonly #limiter: RateLimiterMemory;
  readonly #good = new Set<string>();

  /** `points` failures in `seconds` from one address. */
  constructor(points: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /** Throws `too-many-tries` where this address has failed too often, unless this very code is known to be good there. */
  async check(address: string, code = ''): Promise<void> {
    if (code !== '' && this.#good.has(`${address} ${code}`)) return;
    const state = await this.#limiter.get(address);
    if (state && state.remainingPoints <= 0) throw new HttpError('too-many-tries');
  }

  async failed(address: string): Promise<void> {
    try {
      await this.#limiter.consume(address);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
    }
  }

  /** This code is good for this address, whatever is tried from there later. */
  vouch(address: string, code: string): void {
    this.#good.add(`${address} ${code}`);
  }
}
