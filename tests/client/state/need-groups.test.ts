import { expect, test } from 'vitest';
import { needGroups } from '../../../client/state/need-groups.ts';
import type { Need } from '../../../client/state/needs-now.ts';

const need = (kind: Need['kind'], about: string, person?: string, due?: number): Need => ({
  id: `${kind}:${about}:${person ?? ''}`,
  kind,
  about,
  person,
  due,
  at: 0,
  href: '/play/desk',
});
const told = (needs: Need[]) => needGroups(needs).map((group) => group.map(({ person, about }) => person ?? about));

test('one line stands for several people who wait for the same, at the place of the first', () => {
  const needs = [
    need('duty', 'offer', 'a', 1),
    need('decision', 'x'),
    need('duty', 'offer', 'b', 2),
    need('screen', 'c', 'c'),
  ];
  expect(told(needs)).toEqual([['a', 'b'], ['x'], ['c']]);
});

test('different duties of one person stay separate, and so do decisions', () => {
  const needs = [
    need('duty', 'offer', 'a'),
    need('duty', 'guardian', 'a'),
    need('decision', 'x'),
    need('decision', 'y'),
  ];
  expect(told(needs)).toEqual([['a'], ['a'], ['x'], ['y']]);
});
