/** Milliseconds after which something counts as not coming at all. A busy machine is slow; no passing test waits for it. */
const HUNG_MS = 120_000;

/** Waits until something is so, and says what was seen last where it does not come. */
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
