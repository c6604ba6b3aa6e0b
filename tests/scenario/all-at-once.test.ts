/** One wrong part neither hides other findings nor causes further ones. */
import { expect, test } from 'vitest';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { smallestFiles } from './fixtures.ts';

/** The codes for the smallest case after these replacements; each replaced text must exist. */
function codesAfter(...changes: [string, string][]): string[] {
  const files = smallestFiles();
  let text = files['scenario.yaml'] ?? '';
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const { compiled, diagnostics } = parseCase({ ...files, 'scenario.yaml': text });
  expect(compiled).toBeUndefined();
  return diagnostics.map(({ code }) => code);
}

test('a wrong type, an unknown id and a real number are reported together', () => {
  expect(
    codesAfter(
      ['age: {real: 14}', 'age: {real: young}'],
      ['at: station\n', 'at: statoin\n'],
      ['text: One way, paid by another.', 'text: Call +254 712 345 678.'],
    ),
  ).toEqual(['UNKNOWN_ID', 'WRONG_TYPE', 'REAL_PHONE']);
});

test('a duplicate key does not hide findings below it', () => {
  expect(codesAfter(['    sex: male\n', '    sex: male\n    sex: male\n'], ['at: station\n', 'at: statoin\n'])).toEqual(
    ['UNKNOWN_ID', 'DUPLICATE_KEY'],
  );
});

test.each<[string, [string, string]]>([
  ['a person that cannot be read is still known', ['age: {real: 14}', 'age: {real: [14]}']],
  ['an item without its kind is still known', ['    kind: document\n', '']],
  ['a mistyped `found` does not make its item unfindable', ['    found: {at', '    fuond: {at']],
  ['a place that cannot be read is still somewhere to go', ['map: [60, 60]', 'map: [60]']],
  ['a question without answers is not asked about', ['answers: [{says: I am tired.}]', 'answers: []']],
  ['a chart that cannot be read still has its states', ['entry: [{end: true}]', 'entry: [{end: yes}]']],
  ['a case without a summary is checked all the same', ['summary: A boy is seen', 'sumary: A boy is seen']],
])('a broken part causes no further findings: %s', (_, change) => {
  expect(new Set(codesAfter(change)).size).toBeLessThanOrEqual(change[1].startsWith('sumary') ? 2 : 1);
});

test('a missing included file does not make every id unknown', () => {
  const files = smallestFiles();
  files['scenario.yaml'] = (files['scenario.yaml'] ?? '')
    .replace('format: 1\n', 'format: 1\ninclude: [people.yaml]\n')
    .replace(/^people:\n(?: .*\n)*/m, 'people: {}\n');
  expect(parseCase(files).diagnostics.map(({ code }) => code)).toEqual(['FILE_MISSING']);
});
