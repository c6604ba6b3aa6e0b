/** The report as text: first sentences with their places in the files, then tables. */
import type { FactKind } from '../../../shared/simulation/universe.ts';
import type { Report } from '../../../shared/simulation/report.ts';
import { bold, dim } from '../help.ts';
import { endingLines, HEADINGS, KIND_TITLES, percent, plural, repeatCommand, tables, verdict } from './words.ts';

/** Lines shown per kind; the rest is counted. */
const MAX_LINES = 8;

export function textReport(report: Report, colour: boolean): string {
  const [head, quiet] = colour ? [bold, dim] : [(text: string) => text, (text: string) => text];
  const blocks = [
    `${head(verdict(report).title)}\n${verdict(report).lines.join('\n')}`,
    ...violationBlocks(report, head),
    section(head(HEADINGS.never), neverLines(report, quiet)),
    section(head(HEADINGS.idle), idleLines(report)),
    section(head(HEADINGS.endings), endingLines(report)),
    ...tables(report).map(({ title, rows }) => section(head(title), columns(rows))),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');

/** Violations shown in full; the rest is counted. */
const MAX_VIOLATIONS = 5;

function violationBlocks(report: Report, head: (text: string) => string): string[] {
  const more = report.violations.length - MAX_VIOLATIONS;
  return [
    ...report.violations.slice(0, MAX_VIOLATIONS).map((one) => violationBlock(report, one, head)),
    ...(more > 0 ? [`… and ${more} more violations; --format json has them all.`] : []),
  ];
}

function violationBlock(
  report: Report,
  { kind, says, play, plays, path }: Report['violations'][number],
  head: (text: string) => string,
): string {
  const where = `In play ${play}${plays > 1 ? ` (and in ${plays - 1} more)` : ''}. Repeat it: ${repeatCommand(report, play)}`;
  const way = path
    ? [
        `The shortest path to it has ${plural(path.steps, 'command')} of ${path.of}. Save it in the folder of the case as ${kind}.playthrough.yaml:`,
        '',
        path.playthrough.trimEnd(),
      ]
    : [];
  return [head(says), where, ...way].join('\n');
}

function neverLines({ never, plays }: Report, quiet: (text: string) => string): string[] {
  if (never.length === 0) return [`Every part of the case was reached in at least one of ${plural(plays, 'play')}.`];
  const kinds = new Map<FactKind, string[]>();
  for (const { kind, file, line, says, follows } of never) {
    if (follows !== undefined) continue;
    kinds.set(kind, [...(kinds.get(kind) ?? []), `${quiet(`${file}:${line}`)}  ${says}`]);
  }
  return [...kinds].flatMap(([kind, lines]) => {
    const more = lines.length - MAX_LINES;
    const rest = more > 0 ? [`… and ${more} more ${KIND_TITLES[kind]}; --format json has them all.`] : [];
    return [...lines.slice(0, MAX_LINES), ...rest];
  });
}

const idleLines = ({ work }: Report): string[] =>
  work.desks.flatMap(({ role, idle }) =>
    idle.map(
      ({ from, to, classMinutes, share, phase }) =>
        `\`${role}\` has nothing to do from ${from} to ${to}, ${classMinutes} minutes of class, in ${percent(share)} of the ${work.lineUp} plays (\`${phase}\`).`,
    ),
  );

/** Aligns cells in columns: the first to the left, all others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
