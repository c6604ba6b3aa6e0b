/** What an exercise needs of the machine it runs on; tests hand in their own. */
export interface Host {
  /** Monotonic milliseconds. */
  now(): number;
  /** Calls back once after a while; the answer calls it off. */
  after(ms: number, callBack: () => void): () => void;
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export const machine: Host = {
  now: () => performance.now(),
  after: (ms, callBack) => {
    const timer = setTimeout(callBack, Math.min(Math.ceil(ms), LONGEST_TIMEOUT_MS));
    return () => clearTimeout(timer);
  },
};
