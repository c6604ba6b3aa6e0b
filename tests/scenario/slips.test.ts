/** Typos are reported for what they are, at their place. */
import { expect, test } from 'vitest';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { parseYaml } from '../../shared/scenario/parse-yaml.ts';
import { smallestFiles } from './fixtures.ts';

const ANSWER = '{says: I do not know.}';

/** Findings if the last answer of the smallest case is written like this. */
function toldOf(answer: string): [string, string][] {
  const files = smallestFiles();
  const main = (files['scenario.yaml'] ?? '').replace(ANSWER, answer);
  expect(main).toContain(answer);
  return parseCase({ ...files, 'scenario.yaml': main }).diagnostics.map(({ code, remedy }) => [code, remedy]);
}

test.each([
  ['{says: Well, I do not know.}', 'says: "Well, I do not know."'],
  ['{says: Well, as I said, I do not know., manner: calm}', 'says: "Well, as I said, I do not know."'],
  ['{says: Yes, sir}', 'says: "Yes, sir"'],
  ['{says: No., manner: "calm", tells: []}', undefined],
  ['{manner: He nods, says: I do not know.}', undefined],
])('a text cut by a comma is reported whole: %s', (answer, whole) => {
  const wanted = whole === undefined ? [] : [['COMMA_ENDS_TEXT', expect.stringContaining(whole)]];
  expect(toldOf(answer)).toEqual(wanted);
});

test.each([
  ["{says: 'I do not know.', manner He nods}", 'manner'],
  ['{says: I do not know., maner}', 'manner'],
])('%s is not reported as a cut text', (answer, meant) => {
  expect(toldOf(answer)).toEqual([['UNKNOWN_KEY', `Did you mean \`${meant}\`?`]]);
});

test('a key that slipped to the left is reported itself, not the next one that does not fit', () => {
  const text = [
    'people:',
    '  sami:',
    '    name: Sami',
    '  offers:',
    '      - {answer: refused}',
    '    risk-level: high',
    '  yusu:',
    '    name: Yusu',
  ].join('\n');
  const found = parseYaml('x.yaml', text).diagnostics;
  expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([['YAML_SYNTAX', 4]]);
});
