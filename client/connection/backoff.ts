/** The number of attempts in roughly the first minutes of an outage. */
const FIRST_ATTEMPTS = 60;

/**
 * The delay in milliseconds before the next attempt: exponential, with jitter, so that sixty phones do not reconnect at the same
 * moment. The limit is 5 s at first, so that all clients return quickly after a server restart, and then 10 s, to save batteries.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const limit = attempt <= FIRST_ATTEMPTS ? 5000 : 10_000;
  const delay = Math.min(limit, 400 * 2 ** Math.min(attempt, 6));
  return Math.round(delay * (0.5 + random() / 2));
}
