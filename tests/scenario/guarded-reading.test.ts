/** Reading hostile and broken files never throws, takes limited time and always reports a place. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { parseYaml } from '../../shared/scenario/parse-yaml.ts';
import { LIMITS } from '../../shared/scenario/pre-scan.ts';
import { smallestFiles } from './fixtures.ts';

const codes = (text: string) => parseYaml('x.yaml', text).diagnostics.map(({ code }) => code);
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((id, at) => `${id}: &${id} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`),
].join('\n');

test.each([
  ['an alias bomb', bomb, 'ALIAS'],
  ['brackets without end', 'a: '.concat('['.repeat(20_000)), 'TOO_DEEP'],
  ['braces without end', 'a: '.concat('{a: '.repeat(20_000)), 'TOO_DEEP'],
  ['lists in lists on one line', '- '.repeat(5000), 'TOO_DEEP'],
  [
    'indentation without end',
    Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    'TOO_DEEP',
  ],
  ['a huge file', `a: ${'x'.repeat(LIMITS.bytes)}`, 'FILE_TOO_BIG'],
  ['a huge file of wide letters', `a: ${'ሀ'.repeat(LIMITS.bytes / 2)}`, 'FILE_TOO_BIG'],
  ['very many words', 'a: ['.concat('1,'.repeat(250_000), ']'), 'TOO_MANY_TOKENS'],
  ['an invisible sign', 'a: x\u0000y', 'CONTROL_CHARACTER'],
  ['text that runs backwards', 'a: x\u202Ey', 'CONTROL_CHARACTER'],
  ['an explicit key', '? [a, b]\n: c', 'EXPLICIT_KEY'],
  ['a prototype', '__proto__: {polluted: true}', 'RESERVED_KEY'],
  ['a constructor', 'a: {constructor: 1}', 'RESERVED_KEY'],
  ['a merge', 'a: {x: 1}\nb: {<<: {y: 2}}', 'RESERVED_KEY'],
  ['code', "a: !!js/function 'x'", 'YAML_TAG'],
  ['a tag of its own', 'a: !secret x', 'YAML_TAG'],
  ['two documents', 'a: 1\n---\nb: 2', 'YAML_SYNTAX'],
  ['tabs', 'a:\n\tb: 1', 'YAML_SYNTAX'],
  ['a list', '- a', 'NOT_A_MAP'],
  ['nothing', '', 'NOT_A_MAP'],
])('%s is rejected', (_, text, code) => {
  const found = codes(text);
  expect(new Set(found)).toEqual(new Set([code]));
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('words that other YAML readers convert stay as written', () => {
  expect(parseYaml('x.yaml', 'a: no\nb: on\nc: 12:30\nd: 2024-01-01\ne: y').value).toEqual({
    a: 'no',
    b: 'on',
    c: '12:30',
    d: '2024-01-01',
    e: 'y',
  });
});

test('a finding inside a long file has its own line', () => {
  const [finding] = parseYaml(
    'x.yaml',
    `${'a: [1]\n# note\n'.replace('a', 'a')}${Array.from({ length: 200 }, (_, at) => `k${at}: {x: y}`).join('\n')}\nz: *no`,
  ).diagnostics;
  expect(finding?.range.start).toEqual({ line: 203, col: 4 });
});

test('a missing law pack is reported at its name', () => {
  const files = smallestFiles();
  delete files['jurisdictions/smallland.yaml'];
  const { diagnostics, compiled } = parseCase(files);
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([['FILE_MISSING', 'scenario.yaml']]);
  expect(compiled).toBeUndefined();
});

test('a missing scenario is a finding, not an exception', () => {
  expect(parseCase({}).diagnostics.map(({ code }) => code)).toEqual(['FILE_MISSING']);
});

test('reading a case never throws, for any cut or insertion', () => {
  const files = smallestFiles();
  const text = files['scenario.yaml'] ?? '';
  const length = text.length;
  fc.assert(
    fc.property(
      fc.nat(length),
      fc.nat(40),
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom(': ', '- ', '{', ']', '\n  ', '*x', '"', '|', '{happened: x}'),
      ),
      (at, cut, put) => {
        const broken = text.slice(0, at) + put + text.slice(at + cut);
        const { diagnostics, compiled } = parseCase({ ...files, 'scenario.yaml': broken });
        for (const { range, message, remedy } of diagnostics) {
          expect(range.start.line).toBeGreaterThan(0);
          expect(range.start.col).toBeGreaterThan(0);
          expect(message.length * remedy.length).toBeGreaterThan(0);
        }
        expect(compiled !== undefined).toBe(!diagnostics.some(({ severity }) => severity === 'error'));
      },
    ),
    { numRuns: 150 },
  );
});
