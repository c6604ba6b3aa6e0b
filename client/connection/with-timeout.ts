/** The clock and timers of a connection. Tests pass their own. */
import { deviceNow } from '../device/device-time.ts';
import { LostError } from './transport.ts';

export interface Timing {
  now: () => number;
  /** Calls `then` once after `ms`. Returns a function that cancels the call. */
  wait: (ms: number, then: () => void) => () => void;
}

export const realTime: Timing = {
  now: deviceNow,
  wait: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

/** The deadline passed: the connection no longer responds. */
export class TimeoutError extends LostError {}

/** Resolves like `work`, or rejects with `TimeoutError` after `ms`. A value that arrives later goes to `late`, which closes it. */
export function withTimeout<T>(time: Timing, ms: number, work: Promise<T>, late?: (value: T) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let isTooLate = false;
    const cancel = time.wait(ms, () => {
      isTooLate = true;
      reject(new TimeoutError(`no answer within ${ms} ms`));
    });
    work.then(
      (value) => {
        cancel();
        if (isTooLate) late?.(value);
        else resolve(value);
      },
      (error: unknown) => {
        cancel();
        if (!isTooLate) reject(error);
      },
    );
  });
}
