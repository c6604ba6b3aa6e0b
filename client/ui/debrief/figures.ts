/** The counts of the debrief, in the form that programmes report. They describe the team, never one person at a desk. */
import type { Debrief, TaskMark, TaskResult } from '../../../shared/debrief/debrief.ts';
import type { FigureId } from '../../../shared/debrief/measures/ids.ts';

export interface Figure {
  id: FigureId;
  value: number;
  /** The whole. A figure without a target has none, because its part would read as a mark. */
  of?: number;
}

export function figuresOf(debrief: Debrief): Figure[] {
  const { referral, investigation } = debrief.headline;
  const right = debrief.ledger.filter((line) => line.verdict === 'right').length;
  const accounts = debrief.paths.filter((path) => path.presumedVictim && path.interviews > 0);
  return [
    { id: 'identified', value: referral.identified, of: referral.present },
    { id: 'offered', value: referral.offered, of: referral.identified },
    { id: 'accepted', value: referral.accepted },
    { id: 'refused', value: referral.refused },
    { id: 'received', value: referral.received, of: referral.accepted },
    { id: 'backed', value: investigation.backed, of: investigation.provable },
    { id: 'victim-only', value: investigation.victimOnly, of: investigation.provable },
    { id: 'shares-right', value: right, of: debrief.ledger.length },
    { id: 'under-shared', value: debrief.underShared.length },
    { id: 'interviewed-once', value: accounts.filter((path) => path.interviews === 1).length, of: accounts.length },
    {
      id: 'tasks-in-time',
      value: tasksWith(debrief, 'done').length,
      of: allTasks(debrief).filter((task) => task.result !== 'no-chance').length,
    },
    { id: 'red-lines', value: debrief.redLines.length },
    {
      id: 'red-lines-repaired',
      value: debrief.redLines.filter((line) => line.repairedAt !== undefined).length,
      of: debrief.redLines.length,
    },
  ];
}

export const allTasks = (debrief: Debrief): TaskMark[] => debrief.competencies.flatMap((mark) => mark.tasks);
export const tasksWith = (debrief: Debrief, result: TaskResult): TaskMark[] =>
  allTasks(debrief).filter((task) => task.result === result);
export const taskOf = (debrief: Debrief, id: string): TaskMark | undefined =>
  allTasks(debrief).find((task) => task.task === id);

/** The debrief of one desk: strengths, next steps, and its red lines. Acts of a simulated desk are excluded. */
export function deskView(
  debrief: Debrief,
  role: string,
): { strengths: TaskMark[]; next: TaskMark[]; redLines: Debrief['redLines']; coach: Debrief['coach'] } {
  const deskTasks = allTasks(debrief).filter((task) => task.desks.includes(role) && !task.simulated);
  return {
    strengths: deskTasks.filter((task) => task.result === 'done' || task.result === 'repaired'),
    next: deskTasks.filter((task) => task.result === 'late' || task.result === 'missed'),
    redLines: debrief.redLines.filter((line) => line.desks.includes(role) && !line.simulated),
    coach: debrief.coach.filter((coach) => coach.role === role),
  };
}
