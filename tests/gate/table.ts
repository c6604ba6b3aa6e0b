/** The table at the end of a gate. */
import type { Counts } from './reports.ts';

export interface Row extends Counts {
  part: { name: string };
  seconds: number;
}

const HEAD = ['part', 'passed', 'failed', 'skipped', 'time'];

const sum = (rows: readonly Row[], key: keyof Counts | 'seconds'): number =>
  rows.reduce((total, row) => total + row[key], 0);

/** `7 s`, `2 min 05 s` */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** One line for each part, and one with the sums. */
export function table(rows: readonly Row[]): string {
  const line = (name: string, { passed, failed, skipped }: Counts, seconds: number): string[] => [
    name,
    String(passed),
    String(failed),
    String(skipped),
    duration(seconds),
  ];
  const total = { passed: sum(rows, 'passed'), failed: sum(rows, 'failed'), skipped: sum(rows, 'skipped') };
  const lines = [
    HEAD,
    ...rows.map((row) => line(row.part.name, row, row.seconds)),
    line('total', total, sum(rows, 'seconds')),
  ];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

export const lastLine = (rows: readonly Row[]): string =>
  `${sum(rows, 'passed')} passed, ${sum(rows, 'failed')} failed`;

/** At least one test passed and none failed. */
export const isGreen = (rows: readonly Row[]): boolean => sum(rows, 'failed') === 0 && sum(rows, 'passed') > 0;
