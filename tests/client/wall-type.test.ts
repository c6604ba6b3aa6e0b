/** The size of the words of a pause on the wall. */
import { expect, it } from 'vitest';
import { wallType } from '../../client/ui/kit/wall-type.ts';

const sentence = 'Think about what each of you knew, and what you told the others. ';

it('a short sentence is shown as large as the wall allows', () => {
  expect(wallType('Who is alone with a child?')).toBe(3);
});

it('more text never gets larger type', () => {
  const sizes = Array.from({ length: 40 }, (_, count) => wallType(sentence.repeat(count + 1)));
  expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  expect(sizes.at(-1)).toBeLessThan(1.3);
});

it('many short lines get smaller type, as they take as much height as a long text', () => {
  const lines = (count: number): number => wallType(Array.from({ length: count }, () => 'Ask.').join('\n'));
  expect([1, 4, 8, 12].map(lines)).toEqual([3, 3, 1.35, 1]);
});
