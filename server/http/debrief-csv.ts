/** The tasks of a debrief as CSV, one row per task. */
import type { Debrief } from '../../shared/debrief/debrief.ts';
import { formatCaseTime } from '../../shared/time.ts';
import { toCsv } from './csv.ts';

const HEAD = [
  'EXERCISE',
  'competency',
  'rating',
  'task',
  'weight',
  'result',
  'done at',
  'due at',
  'desks',
  'log lines',
  'simulated',
];

export function tasksAsCsv({ competencies }: Debrief): string {
  const time = (at: number | undefined) => (at === undefined ? '' : formatCaseTime(at));
  const rows = competencies.flatMap(({ competency, rating, tasks }) =>
    tasks.map(({ task, weight, result, doneAt, dueAt, desks, evidence, simulated }) => [
      'EXERCISE',
      competency,
      rating,
      task,
      weight,
      result,
      time(doneAt),
      time(dueAt),
      desks.join(' '),
      evidence.join(' '),
      simulated ? 'simulated' : '',
    ]),
  );
  return toCsv(HEAD, rows);
}
