/** About so many attempts are made in the first minutes. */
const FIRST_MINUTES = 60;

/**
 * How long to wait before the next attempt: longer each time, spread so that sixty phones do not knock at once. A server that
 * is only being restarted finds everybody back within five seconds; after some minutes phones knock less, for their batteries.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const most = attempt <= FIRST_MINUTES ? 5000 : 10_000;
  const longest = Math.min(most, 400 * 2 ** Math.min(attempt, 6));
  return Math.round(longest * (0.5 + random() / 2));
}
