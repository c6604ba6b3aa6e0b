/** Nothing is said about people who were not there. */
import { describe, expect, test } from 'vitest';
import type { TaskMark } from '../../shared/debrief/debrief.ts';
import { markUnstaffed } from '../../shared/debrief/unstaffed.ts';
import { happens } from '../support/a-debrief.ts';

const taken = [happens(1, 'seat-taken', { seat: 'p1', role: 'police' })];
const mark = (result: TaskMark['result'], ...desks: string[]): TaskMark => ({
  task: 'it',
  competency: 'interviewing',
  weight: 'must',
  result,
  desks,
  evidence: [7],
  because: [],
  lacked: [],
});
const after = (one: TaskMark) => markUnstaffed([one], taken)[0];

describe('a missed task', () => {
  test('of desks at which no one sat gave no chance, and cites nothing', () => {
    expect(after(mark('missed', 'labour', 'court'))).toEqual({
      task: 'it',
      competency: 'interviewing',
      weight: 'must',
      desks: ['labour', 'court'],
      result: 'no-chance',
      unstaffed: true,
      evidence: [],
      because: [],
    });
  });

  test('stays missed if one of its desks had a person, or if it is a task of every desk', () => {
    expect(after(mark('missed', 'labour', 'police'))?.result).toBe('missed');
    expect(after(mark('missed'))?.result).toBe('missed');
  });
});

describe('a desk had a person', () => {
  const moved = happens(2, 'seat-moved', { seat: 'p1', role: 'court', from: 'police' });
  const met = happens(3, 'person-met', { role: 'labour', person: 'nyota', place: 'station' });
  const resultOf = (desk: string) => markUnstaffed([mark('missed', desk)], [...taken, moved, met])[0]?.result;

  test('also if the person moved there from another desk', () => {
    expect(resultOf('court')).toBe('missed');
    expect(resultOf('police')).toBe('missed');
  });

  test('only by taking a seat, not because something is told of the desk', () => {
    expect(resultOf('labour')).toBe('no-chance');
  });
});

test('a task that was done although its desks stayed empty stays done', () => {
  expect(after(mark('done', 'labour'))?.result).toBe('done');
});
