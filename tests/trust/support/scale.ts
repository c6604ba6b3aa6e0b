/**
 * The size of a run, and its random generator. The push gate uses the small numbers, the full gate (`BARAZA_GATE=all`)
 * the middle ones, `BARAZA_TRUST=long` the big ones. `BARAZA_SEED` repeats a run; the seed of every run is printed.
 *
 *   for (let kill = 0; kill < push(5).all(20).long(200); kill += 1) …
 *   const chance = seeded('kill points');
 *   await clock.after(chance.between(0, 300));
 */
import { amount } from '../../gate/amount.ts';

export const LONG = process.env['BARAZA_TRUST'] === 'long';

/**
 * `push(5).all(20).long(200)`: 5 in the push gate, 20 in the full gate, 200 in a long run. Without `all` both gates use
 * 5.
 */
export const push = (small: number) => ({
  all: (middle: number) => ({ long: (big: number): number => (LONG ? big : amount({ push: small, all: middle })) }),
  long: (big: number): number => (LONG ? big : small),
});

/** The seed of this run: the given one, or a random one. */
export const SEED = Number(process.env['BARAZA_SEED'] ?? Math.floor(Math.random() * 1_000_000));

export interface Chance {
  readonly seed: number;
  /** A number in [0, 1). */
  next(): number;
  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** Sixteen bytes in hex, like the command ids of clients. */
  id(): string;
}

/** A separate sequence per `name`, so that a new use does not change the others. Prints the seed. */
export function seeded(name: string, seed = SEED): Chance {
  process.stdout.write(`[trust] ${name}: BARAZA_SEED=${seed}\n`);
  let state = Buffer.from(name).reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, seed | 0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    seed,
    next,
    between,
    pick: (from) => {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    id: () => Array.from({ length: 32 }, () => between(0, 15).toString(16)).join(''),
  };
}

/** A figure for the record: printed, not compared. */
export const figure = (what: string, value: number | string, unit = ''): void => {
  const shown = typeof value === 'number' ? Math.round(value * 100) / 100 : value;
  process.stdout.write(`[trust] ${what}: ${shown}${unit && ` ${unit}`}\n`);
};

/** The value below which `share` (0.5, 0.95 …) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
