/** The findings for people and for programs. */
import { type Finding, figure, isMet } from './figures.ts';

const HEAD = ['goal', 'what', 'target', 'floor', 'measured', 'figure (quartiles)', ''];

function cells(finding: Finding): string[] {
  const { goal, what, value, unit, limit, least, floor, measured, spread } = finding;
  const range = spread ? ` (${figure(spread[0])}-${figure(spread[1])})` : '';
  return [
    goal,
    what,
    `${least === true ? '≥' : '≤'} ${figure(limit)}${unit}`,
    floor ?? '',
    measured ?? '',
    `${figure(value)}${unit}${range}`,
    isMet(finding) ? 'met' : 'MISSED',
  ];
}

/** Aligned columns that are also a Markdown table. */
export function table(findings: readonly Finding[]): string {
  const rows = [HEAD, ...findings.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEAD), rule, ...rows.slice(1).map(line)].join('\n');
}

export const asJson = (findings: readonly Finding[]): string =>
  JSON.stringify(
    findings.map((finding) => ({ ...finding, met: isMet(finding) })),
    null,
    2,
  );
