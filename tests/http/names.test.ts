/** The names under which people join. */
import { expect, it } from 'vitest';
import { JoinBody } from '../../shared/protocol/api.ts';

const accepts = (name: string): boolean => JoinBody.safeParse({ name, language: 'en' }).success;

it.each(['Amina K.', 'Wanjirũ', 'አሚና', 'أمينة', '小林', 'O’Neil'])('%s may join', (name) => {
  expect(accepts(name)).toBe(true);
});

it.each([
  ['a zero character', 'Am\u0000ina'],
  ['a line break', 'Ami\nna'],
  ['a control of the second set', 'Ami\u0085na'],
  ['an override of the direction', 'Amina\u202Etrainer'],
  ['an isolate of the direction', '\u2067Amina'],
  ['half a character', 'Amina\uD83D'],
])('a name with %s is refused, because a wall could not show it as typed', (_, name) => {
  expect(accepts(name)).toBe(false);
});
