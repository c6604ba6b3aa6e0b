/** Milliseconds after which a condition counts as failed. No passing test waits this long, even on a busy machine. */
const HUNG_MS = 120_000;

/** Waits until a condition holds; on failure the error contains the last value. */
export async function eventually<T>(
  look: () => T,
  holds: (value: T) => boolean,
  what: string,
  withinMs = HUNG_MS,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = look();
    if (holds(value)) return value;
    if (Date.now() > end)
      throw new Error(
        `${what} did not come within ${withinMs} ms; last seen: ${JSON.stringify(value)?.slice(0, 2000)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
