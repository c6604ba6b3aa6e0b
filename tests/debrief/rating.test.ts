import { describe, expect, test } from 'vitest';
import type { RedLineMark, TaskMark, TaskResult } from '../../shared/debrief/debrief.ts';
import { rate } from '../../shared/debrief/rating.ts';

const mark =
  (weight: 'must' | 'should') =>
  (result: TaskResult): TaskMark => ({
    task: 'it',
    competency: 'interviewing',
    weight,
    result,
    desks: [],
    evidence: [],
    because: [],
  });
const musts = (...results: TaskResult[]) => results.map(mark('must'));
const shoulds = (...results: TaskResult[]) => results.map(mark('should'));
const redLine = (repairedAt?: number): RedLineMark => ({
  redLine: 'it',
  at: 1,
  ...(repairedAt !== undefined && { repairedAt }),
  caps: ['interviewing'],
  desks: [],
  evidence: [],
  because: [],
});

describe('a competency', () => {
  test.each([
    ['P where all musts were done in time', musts('done', 'done'), [], 'P'],
    ['P although a should was missed', [...musts('done', 'done'), ...shoulds('missed', 'missed')], [], 'P'],
    ['S where a must was late', musts('done', 'late'), [], 'S'],
    ['S where a must was repaired', musts('repaired', 'done'), [], 'S'],
    ['M where a must was missed', musts('done', 'done', 'missed'), [], 'M'],
    ['M where half of the musts were missed', musts('done', 'missed'), [], 'M'],
    ['M where a red line was crossed and repaired', musts('done', 'done'), [redLine(2)], 'M'],
    ['U where most musts were missed', musts('done', 'missed', 'missed'), [], 'U'],
    ['U where a red line was crossed and stayed', musts('done', 'done'), [redLine()], 'U'],
    ['U where one of two red lines stayed', musts('done', 'done'), [redLine(2), redLine()], 'U'],
    ['not exercised where only one task had its chance', musts('done', 'no-chance'), [], 'none'],
    ['not exercised where no must had its chance', [...musts('no-chance'), ...shoulds('done', 'done')], [], 'none'],
    ['rated where a must and a should had their chance', [...musts('done'), ...shoulds('missed')], [], 'P'],
    ['not lowered by a must that had no chance', musts('done', 'done', 'no-chance'), [], 'P'],
  ])('is %s', (_name, tasks, redLines, rating) => {
    expect(rate(tasks, redLines)).toBe(rating);
  });
});
