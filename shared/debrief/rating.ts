/** P, S, M, U: computes the rating of a competency from the marks of its tasks and its red lines. */
import type { Rating, RedLineMark, TaskMark } from './debrief.ts';

const MIN_TASKS = 2;

/**
 * - none: fewer than two tasks had their chance, or none of them was a must: not exercised.
 * - P: all musts in time, no red line. S: all musts done, at least one late or repaired.
 * - M: a must missed, or a red line that was repaired. U: most musts missed, or a red line that was not repaired.
 *
 * Acts and omissions of simulated desks are not rated. Tasks of weight `should` never lower a rating; they are shown
 * beside it.
 */
export function rate(tasks: readonly TaskMark[], redLines: readonly RedLineMark[]): Rating {
  const exercised = tasks.filter(({ result, simulated }) => result !== 'no-chance' && !simulated);
  const musts = exercised.filter(({ weight }) => weight === 'must');
  if (exercised.length < MIN_TASKS || musts.length === 0) return 'none';
  const missed = musts.filter(({ result }) => result === 'missed').length;
  if (missed * 2 > musts.length || redLines.some(({ repairedAt }) => repairedAt === undefined)) return 'U';
  if (missed > 0 || redLines.length > 0) return 'M';
  return musts.some(({ result }) => result !== 'done') ? 'S' : 'P';
}
