/** How long to wait before the next attempt: longer each time, never more than ten seconds, spread so that thirty phones do not knock at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(10_000, 400 * 2 ** Math.min(attempt, 6));
  return Math.round(longest * (0.5 + random() / 2));
}
