/** Tasks of desks at which no one sat. */
import type { Event } from '../exercise/events.ts';
import type { TaskMark } from './debrief.ts';

/** A missed task whose desks all stayed empty gave no chance: nothing is said about people who were not there. */
export function markUnstaffed(tasks: readonly TaskMark[], events: readonly Event[]): TaskMark[] {
  const staffed = new Set(
    events.flatMap((event) => (event.type === 'seat-taken' || event.type === 'seat-moved' ? [event.role] : [])),
  );
  return tasks.map((task): TaskMark => {
    const isEmpty = task.desks.length > 0 && !task.desks.some((desk) => staffed.has(desk));
    if (task.result !== 'missed' || !isEmpty) return task;
    const { task: id, competency, weight, desks } = task;
    return { task: id, competency, weight, desks, result: 'no-chance', unstaffed: true, evidence: [], because: [] };
  });
}
