/** Time and timers as an exercise uses them; tests pass in their own. */
export interface Timing {
  /** Monotonic milliseconds. */
  now(): number;
  /** Calls `callBack` once after `ms`. The returned function cancels the call. */
  after(ms: number, callBack: () => void): () => void;
}

/** The longest delay that `setTimeout` takes. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

export const systemTiming: Timing = {
  now: () => performance.now(),
  after: (ms, callBack) => {
    const timer = setTimeout(callBack, Math.min(Math.ceil(ms), MAX_TIMEOUT_MS));
    return () => clearTimeout(timer);
  },
};
