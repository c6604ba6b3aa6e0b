/** Time as a connection needs it; tests hand in their own. */
import { deviceNow } from '../state/device-time.ts';
import { LostError } from './transport.ts';

export interface Timing {
  now: () => number;
  /** Calls back once after a while; the answer calls it off. */
  wait: (ms: number, then: () => void) => () => void;
}

export const realTime: Timing = {
  now: deviceNow,
  wait: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

/** It took too long: on this wire nothing passes any more. */
export class TooLateError extends LostError {}

/** `work`, or `TooLateError` after `ms`. What arrives later is handed to `late`, so that nothing stays open unseen. */
export function within<T>(time: Timing, ms: number, work: Promise<T>, late?: (value: T) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let over = false;
    const callOff = time.wait(ms, () => {
      over = true;
      reject(new TooLateError(`no answer within ${ms} ms`));
    });
    work.then(
      (value) => {
        callOff();
        if (over) late?.(value);
        else resolve(value);
      },
      (error: unknown) => {
        callOff();
        if (!over) reject(error);
      },
    );
  });
}
