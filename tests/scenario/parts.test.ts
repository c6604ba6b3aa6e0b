/** Units of the checker. */
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { contentHash } from '../../shared/scenario/content-hash.ts';
import { diagnose } from '../../shared/scenario/diagnostic-catalogue.ts';
import { byPlace } from '../../shared/scenario/diagnostic.ts';
import { formatDiagnostic } from '../../shared/scenario/format-diagnostic.ts';
import { unsafeParts } from '../../shared/scenario/checks/art.ts';
import { editDistance, nearest } from '../../shared/scenario/nearest.ts';
import { checkCase, parseCase } from '../../shared/scenario/parse-case.ts';
import { shortestWays } from '../../shared/scenario/ways.ts';
import { MINUTE } from '../../shared/time.ts';
import { smallestFiles } from './fixtures.ts';

test.each([
  ['polcie', ['police', 'office'], 'police'],
  ['hapened', ['happened', 'reached'], 'happened'],
  ['manifest', ['bus-manifest', 'call'], 'bus-manifest'],
  ['x', ['police'], undefined],
  ['completely-different', ['police', 'bus-park'], undefined],
])('the word nearest to %s among %j is found', (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

test('two swapped letters count as one typo', () => {
  expect(editDistance('tip', 'itp')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('same', 'same')).toBe(0);
});

test('a finding is formatted with its line, a caret and a remedy', () => {
  const range = { start: { line: 2, col: 4 }, end: { line: 2, col: 7 } };
  const finding = diagnose(
    'UNKNOWN_ID',
    { kind: 'role', id: 'pol', meant: 'police', known: ['police'] },
    'a.yaml',
    range,
  );
  expect(formatDiagnostic(finding, 'a: 1\nb: pol\n')).toBe(
    [
      'a.yaml:2:4  error UNKNOWN_ID  There is no role `pol`.',
      '    2 | b: pol',
      '           ^^^',
      '    Did you mean `police`?',
    ].join('\n'),
  );
});

test('findings are sorted by place in the file', () => {
  const at = (line: number) =>
    diagnose('ALIAS', { name: '*a' }, 'scenario.yaml', { start: { line, col: 1 }, end: { line, col: 2 } });
  const other = diagnose('ALIAS', { name: '*a' }, 'fr.yaml', { start: { line: 1, col: 1 }, end: { line: 1, col: 2 } });
  expect([other, at(9), at(2)].sort(byPlace).map(({ file, range }) => [file, range.start.line])).toEqual([
    ['scenario.yaml', 2],
    ['scenario.yaml', 9],
    ['fr.yaml', 1],
  ]);
});

test('ways count in both directions, and the shortest is taken', () => {
  const { scenario } = checkCase(smallestFiles());
  const ways = shortestWays(scenario?.places ?? {});
  expect(ways['office']?.['home']).toBe(45 * MINUTE);
  expect(ways['home']?.['office']).toBe(45 * MINUTE);
  expect(ways['home']?.['home']).toBe(0);
});

test('the hash changes with any text and any name', () => {
  const hash = contentHash({ a: 'x', b: 'y' });
  expect(hash).toBe(contentHash({ b: 'y', a: 'x' }));
  expect(
    new Set([hash, contentHash({ a: 'x', b: 'z' }), contentHash({ a: 'x', c: 'y' }), contentHash({ a: 'xb', b: 'y' })])
      .size,
  ).toBe(4);
});

test.each([
  ['<svg><script>x</script></svg>', ['a script']],
  ['<svg onload="x"></svg>', ['an event handler']],
  ['<svg><use href="https://a.example/x"/></svg>', ['a link']],
  ['<svg><rect fill="url(https://a.example)"/></svg>', ['a link']],
  ['<svg><style>@\\69mport "https://a.example/x"</style></svg>', ['an escape']],
  ['<svg><style>&#64;import "https://a.example/x"</style></svg>', ['an escape']],
  ['<svg><rect style="mask: image-set(\'https://a.example/x\' 1x)"/></svg>', ['a link']],
  ['<svg><foreignObject/></svg>', ['foreign content']],
  ['<svg><image href="#a"/></svg>', ['embedded or moving content']],
  ['<p>hello</p>', ['no drawing at all']],
  ['<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/><use href="#a"/><rect fill="url(#g)"/></svg>', []],
])('unsafe parts are found in the picture %s', (svg, found) => {
  expect(unsafeParts(svg)).toEqual(found);
});

test('a case with an unsafe picture cannot be played', () => {
  const { compiled, diagnostics } = parseCase({ ...smallestFiles(), 'art/bus.svg': '<svg><script/></svg>' });
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([['ART_UNSAFE', 'art/bus.svg']]);
  expect(compiled).toBeUndefined();
});

test('a translation of the law pack is read with the case', () => {
  const files: Record<string, string> = {
    ...smallestFiles(),
    'jurisdictions/smallland.fr.yaml': stringify({ title: 'Petit pays' }),
  };
  const main = (files['scenario.yaml'] ?? '').replace('languages: [en]', 'languages: [en, fr]');
  const { translations } = parseCase({ ...files, 'scenario.yaml': main });
  expect(translations['fr']).toEqual({ law: { title: 'Petit pays' } });
});

test('a law pack translation for a language that the case lacks is ignored', () => {
  const files = { ...smallestFiles(), 'jurisdictions/smallland.fr.yaml': stringify({ strange: 'Petit pays' }) };
  const { translations, diagnostics } = parseCase(files);
  expect([translations, diagnostics]).toEqual([{}, []]);
});
