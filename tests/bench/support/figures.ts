/** The result of a benchmark: one figure beside its goal, and statistics over several rounds. */

export interface Finding {
  /** Of `docs/performance.md`: P1 … P13, or L for the load targets. */
  goal: string;
  what: string;
  /** The judged figure. */
  value: number;
  unit: string;
  /** `at most`, unless the goal is a minimum. */
  limit: number;
  least?: boolean | undefined;
  /** Both sides of a ratio, for readers. */
  floor?: string | undefined;
  measured?: string | undefined;
  /** Quartiles of the rounds. */
  spread?: readonly [number, number] | undefined;
}

export const isMet = ({ value, limit, least }: Finding): boolean => (least === true ? value >= limit : value <= limit);

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return below === undefined || above === undefined ? Number.NaN : (below + above) / 2;
}

export interface Pair {
  ratio: number;
  spread: readonly [number, number];
  floor: number;
  measured: number;
}

/** The median of the ratios of paired rounds, with their quartiles. */
export function compare(floor: readonly number[], measured: readonly number[]): Pair {
  const ratios = measured.map((value, round) => value / (floor[round] ?? Number.NaN));
  return {
    ratio: median(ratios),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    floor: median(floor),
    measured: median(measured),
  };
}

/** A figure with its significant digits. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** Runs `floor` and `ours` alternately, A B A B, after `warmUp` uncounted rounds. */
export async function rounds<T>(
  { count, warmUp = 1 }: { count: number; warmUp?: number },
  floor: () => T | Promise<T>,
  ours: () => T | Promise<T>,
): Promise<{ floor: T[]; ours: T[] }> {
  const all: { floor: T[]; ours: T[] } = { floor: [], ours: [] };
  for (let round = -warmUp; round < count; round += 1) {
    const [a, b] = [await floor(), await ours()];
    if (round < 0) continue;
    all.floor.push(a);
    all.ours.push(b);
  }
  return all;
}
