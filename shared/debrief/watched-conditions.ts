/** The conditions that the debrief watches in a log: parts of tasks and red lines, and the moments that the author marked. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { Condition } from '../vocabulary/conditions.ts';

export type Moment = 'pin' | 'victim-eye';

export type Subject =
  | { of: 'task'; id: string; part: 'do' | 'undone' | 'after' | 'chance' }
  | { of: 'red-line'; id: string; part: 'when' | 'repaired' }
  | { of: Moment; id: string; part: 'when' };

export interface WatchedCondition {
  about: Subject;
  condition: Condition;
  /** If set, every sighting is recorded, not only the first. */
  again?: boolean;
}

export function conditionsToWatch(scenario: Pick<Scenario, 'rubric' | 'red-lines' | 'debrief'>): WatchedCondition[] {
  const watch = (about: Subject, condition: Condition | undefined, again = false): WatchedCondition[] =>
    condition === undefined ? [] : [{ about, condition, again }];
  const moments = (of: Moment, list: Readonly<Record<string, { when: Condition }>>): WatchedCondition[] =>
    Object.entries(list).flatMap(([id, { when }]) => watch({ of, id, part: 'when' }, when));
  return [
    ...Object.entries(scenario.rubric).flatMap(([id, task]) => [
      // Done wrong first: a later sighting may be the repair.
      ...watch({ of: 'task', id, part: 'do' }, task.do, task.undone !== undefined),
      ...watch({ of: 'task', id, part: 'undone' }, task.undone),
      ...watch({ of: 'task', id, part: 'after' }, task.window?.after),
      ...watch({ of: 'task', id, part: 'chance' }, task.chance),
    ]),
    ...Object.entries(scenario['red-lines']).flatMap(([id, line]) => [
      ...watch({ of: 'red-line', id, part: 'when' }, line.when),
      ...watch({ of: 'red-line', id, part: 'repaired' }, line['repaired-by'], true),
    ]),
    ...moments('pin', scenario.debrief.pins),
    ...moments('victim-eye', scenario.debrief['victim-eye']),
  ];
}
