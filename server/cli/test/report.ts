/** The output of `baraza test`. */
import { relative } from 'node:path';
import { formatDiagnostic } from '../../../shared/scenario/format-diagnostic.ts';
import type { Tested, TestedCase } from './test-case.ts';

/** The first step that fails, with its line in the file. */
function failureText({ failure, file, text }: Tested, cwd: string): string {
  if (!failure) return '';
  const { step, at, what, expected, actual, line, missing = [] } = failure;
  const here = relative(cwd, file);
  const place = line === undefined ? `${here}  result` : `${here}:${line}  step ${step}`;
  const source =
    line === undefined ? [] : [`${String(line).padStart(5)} | ${text.split('\n')[line - 1]?.trim() ?? ''}`];
  return [
    `${place} (${at})`,
    ...source,
    `    ${what}`,
    `    expected: ${expected}`,
    `    actual:   ${actual}`,
    ...missing.map((part) => `    this part fails: ${part}`),
  ].join('\n');
}

function playthroughText(tested: Tested, cwd: string): string {
  const { name, title, holds, steps, ratings = {}, findings, text, file } = tested;
  const marks = Object.entries(ratings)
    .filter(([, rating]) => rating !== 'none')
    .map(([, rating]) => rating)
    .join('');
  const head = `  ${holds ? '✓' : '✗'} ${name}${title === undefined ? '' : `: ${title}`} (${steps} steps${marks ? `, ${marks}` : ''})`;
  const here = relative(cwd, file);
  const errors = findings.map((finding) => formatDiagnostic({ ...finding, file: here }, text));
  const failed = failureText(tested, cwd);
  return [head, ...errors, ...(failed ? [failed] : [])].join('\n');
}

export function testReport(cases: readonly TestedCase[], cwd: string): string {
  const blocks = cases.map(({ folder, findings, playthroughs }) => {
    const here = relative(cwd, folder) || '.';
    if (findings.length > 0)
      return `${here}\n  ✗ cannot be played: ${count(findings.length, 'error')}; run \`npx baraza check ${here}\``;
    if (playthroughs.length === 0)
      return `${here}\n  ✗ has no playthrough; write one, or record one with \`npx baraza preview ${here}\``;
    return [here, ...playthroughs.map((tested) => playthroughText(tested, cwd))].join('\n');
  });
  const all = cases.flatMap(({ playthroughs }) => playthroughs);
  const passed = all.filter(({ holds }) => holds).length;
  return `${[...blocks, `${count(all.length, 'playthrough')}: ${passed} passed, ${all.length - passed} failed.`].join('\n\n')}\n`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** The result for `--format json`: everything but the texts of the files. */
export const testData = (cases: readonly TestedCase[]): unknown =>
  cases.map(({ playthroughs, ...rest }) => ({
    ...rest,
    playthroughs: playthroughs.map(({ text: _text, ...tested }) => tested),
  }));
