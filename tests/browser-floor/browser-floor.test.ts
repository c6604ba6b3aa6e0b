/** The oldest supported browsers: what `npm run check:browsers` finds, and what `first.js` adds for them. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { missingIn } from './check-css.ts';

const CLIENT = resolve(import.meta.dirname, '../../client');
const FLOOR = ['chrome 90', 'safari 15', 'firefox 102'];
const featuresOf = async (css: string) => (await missingIn(css, 'sample.css', FLOOR)).map(({ feature }) => feature);

describe('the style sheet check', () => {
  it('reports a selector that a supported browser ignores', async () => {
    expect(await featuresOf('.row:has(:checked) { color: red }')).toEqual(['css-has']);
  });

  it('reports a unit that a supported browser does not know, unless a fallback precedes it', async () => {
    expect(await featuresOf('main { height: 100dvh }')).toEqual(['viewport-unit-variants']);
    expect(await featuresOf('main { height: 100vh; height: 100dvh }')).toEqual([]);
    expect(await featuresOf('main { width: 100vh; height: 100dvh }')).toEqual(['viewport-unit-variants']);
  });

  it('reports file and line', async () => {
    const [finding] = await missingIn('\n\n.a:has(b) { color: red }', 'sample.css', FLOOR);
    expect(finding).toMatchObject({ file: 'sample.css', line: 3 });
  });

  it('accepts an exception only with a reason', () => {
    const allowed = JSON.parse(readFileSync(join(import.meta.dirname, 'exceptions.json'), 'utf8')) as Record<
      string,
      { uses: number; because: string }
    >;
    for (const { uses, because } of Object.values(allowed)) {
      expect(uses).toBeGreaterThan(0);
      expect(because.length).toBeGreaterThan(30);
    }
  });
});

describe('first.js in a browser of 2021', () => {
  const FILLED = {
    'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted'],
    'String.prototype': ['at'],
    Object: ['hasOwn'],
  };
  const removed = Object.entries(FILLED).flatMap(([owner, names]) => names.map((name) => `delete ${owner}.${name};`));
  const page = {
    document: { querySelector: () => null, head: { append: () => undefined } },
    localStorage: { getItem: () => null },
    navigator: { languages: ['fr-FR'] },
    location: { search: '' },
    URLSearchParams,
  };
  const first = readFileSync(join(CLIENT, 'public/first.js'), 'utf8');
  const inOldBrowser = (expression: string): unknown =>
    runInNewContext(`${removed.join('')}\n${first}\n;JSON.stringify(${expression})`, { ...page });

  it('adds the functions that the type check relies on', () => {
    const declared = readFileSync(join(import.meta.dirname, 'filled-in.d.ts'), 'utf8').matchAll(/^ {2}(\w+)[<(]/gm);
    expect(new Set([...declared].map(([, name]) => name))).toEqual(new Set(Object.values(FILLED).flat()));
  });

  it.each([
    ['[3, 1, 2].toSorted()', '[1,2,3]'],
    ['[3, 1, 2].toSorted((a, b) => b - a)', '[3,2,1]'],
    ['[[1, 2], [1, 2].toReversed()]', '[[1,2],[2,1]]'],
    ['[1, 2, 3].at(-1)', '3'],
    ['"abc".at(-3)', '"a"'],
    ['[1, 2, 3].at(5) === undefined', 'true'],
    ['[1, 2, 3].findLast((one) => one < 3)', '2'],
    ['[1, 2, 3].findLastIndex((one) => one > 3)', '-1'],
    ['[1, 2, 3].findLast((one) => one > 3) === undefined', 'true'],
    ['[Object.hasOwn({ a: 1 }, "a"), Object.hasOwn({}, "toString")]', '[true,false]'],
  ])('%s returns %s', (expression, answer) => {
    expect(inOldBrowser(expression)).toBe(answer);
  });

  it('adds no enumerable property', () => {
    expect(inOldBrowser('(() => { const keys = []; for (const key in []) keys.push(key); return keys; })()')).toBe(
      '[]',
    );
  });
});
