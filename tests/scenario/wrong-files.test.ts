/**
 * Every finding is shown by a wrong file. `<CODE>-<what-must-hold>.yaml` holds changed sections of the smallest case; a
 * line that ends in `# <- here` is where the finding must point. `--- <file>` begins another file. `right/` holds the
 * corrected files, which have no findings.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../shared/scenario/diagnostic-catalogue.ts';
import { formatDiagnostic } from '../../shared/scenario/format-diagnostic.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { composeWrongCase, FIXTURES, smallestFiles } from './fixtures.ts';

const right = readdirSync(`${FIXTURES}/right`).filter((name) => name.endsWith('.yaml'));
const wrong = readdirSync(`${FIXTURES}/wrong`).filter((name) => name.endsWith('.yaml'));

test('the smallest case has no findings', () => {
  const { compiled, diagnostics } = parseCase(smallestFiles());
  expect(diagnostics.map((each) => formatDiagnostic(each))).toEqual([]);
  expect(compiled?.scenario.id).toBe('smallest');
});

test.each(wrong)('%s gets exactly its finding', (name) => {
  const { files, expected } = composeWrongCase(readFileSync(`${FIXTURES}/wrong/${name}`, 'utf8'));
  const { compiled, diagnostics } = parseCase(files);
  const [code] = name.split('-');
  expect(expected.length, 'a wrong file marks at least one line').toBeGreaterThan(0);
  expect(diagnostics.map((each) => [each.code, each.file, each.range.start.line])).toEqual(
    expected.map(({ file, line }) => [code, file, line]),
  );
  for (const diagnostic of diagnostics)
    expect(diagnostic.message + diagnostic.remedy).not.toMatch(/undefined|\[object|NaN/);
  expect(compiled === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
});

test.each(right)('%s, corrected, has no findings', (name) => {
  const { files } = composeWrongCase(readFileSync(`${FIXTURES}/right/${name}`, 'utf8'));
  const { compiled, diagnostics } = parseCase(files);
  expect(diagnostics.map((each) => formatDiagnostic(each, files[each.file]))).toEqual([]);
  expect(compiled?.scenario.id).toBe('smallest');
});

test('every wrong file is corrected at least once per finding', () => {
  expect(right.filter((name) => !wrong.includes(name))).toEqual([]);
  const mended = new Set(right.map((name) => name.split('-')[0]));
  expect([...new Set(wrong.map((name) => name.split('-')[0]))].filter((code) => !mended.has(code))).toEqual([]);
});

// Other tests create files of the size or kind that these need.
const SHOWN_ELSEWHERE = new Set([
  'FILE_TOO_BIG',
  'TOO_DEEP',
  'TOO_MANY_TOKENS',
  'PARSE_TOO_LONG',
  'CONTROL_CHARACTER',
  'NOT_A_MAP',
  'ART_UNSAFE',
]);

test('every finding has a wrong file', () => {
  const shown = new Set(wrong.map((name) => name.split('-')[0]));
  expect(DIAGNOSTIC_CODES.filter((code) => !shown.has(code) && !SHOWN_ELSEWHERE.has(code))).toEqual([]);
  expect([...shown].filter((code) => !DIAGNOSTIC_CODES.includes(code as never))).toEqual([]);
});
