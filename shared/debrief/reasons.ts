/** Why a condition holds, part by part: the events that it counted, and the states that no event stands for. */
import type { ConditionIndex } from '../exercise/condition-index.ts';
import type { Event } from '../exercise/events.ts';
import { missingFor, type Wait } from '../exercise/missing.ts';
import type { Exercise, Happening } from '../exercise/truth.ts';
import { type Condition, insideOf, LEAF_HEADS, leafHeadOf, valueAt } from '../vocabulary/conditions.ts';

/** The truth at one moment, with the prepared conditions of its case. */
export interface Truth {
  conditions: ConditionIndex;
  exercise: Exercise;
}

/** A part of a condition that held: as written, or negated if `wanted` is false. */
export type HeldPart = Pick<Wait, 'leaf' | 'wanted'>;

/** The conditions that may make this one hold; none inside a `not`. */
function partsOf(condition: Condition): readonly Condition[] {
  const inside = insideOf(condition);
  return inside && !inside.negated ? inside.conditions : [];
}

/** The events counted by those parts of a condition that hold. Parts about states count none. */
export function countedBy(conditions: ConditionIndex, condition: Condition, exercise: Exercise): number[] {
  if (condition.happened !== undefined) return conditions.happenings(condition, exercise).map(({ seq }) => seq);
  return partsOf(condition)
    .filter((part) => conditions.holds(part, exercise))
    .flatMap((part) => countedBy(conditions, part, exercise));
}

/** The parts that make a condition hold without counting events: states, times, and events that had not happened. */
export function heldBy(conditions: ConditionIndex, condition: Condition, exercise: Exercise): HeldPart[] {
  const look = (part: Condition, wanted: boolean): HeldPart[] => {
    if (conditions.holds(part, exercise) !== wanted) return [];
    const inside = insideOf(part);
    if (inside) return inside.conditions.flatMap((child) => look(child, wanted !== inside.negated));
    return part.happened !== undefined && wanted ? [] : [{ leaf: part, wanted }];
  };
  return look(condition, true);
}

/** True if this event changes this kind of state, for the same person, item, desk or statechart. */
export function causes(event: Event, { leaf }: HeldPart): boolean {
  const head = leafHeadOf(leaf);
  if (head === undefined) return false;
  const { changedBy, same = {} } = LEAF_HEADS[head];
  if (!changedBy.includes(event.type)) return false;
  const fields: Readonly<Record<string, unknown>> = event;
  return Object.entries(same).every(([field, key]) => {
    const asked = valueAt(leaf, key);
    return asked === undefined || fields[field] === (field === 'chart' ? chartOf(asked) : asked);
  });
}

const chartOf = (state: unknown): string | undefined => String(state).split('.')[0];

/** What a condition still needed at the end. If all of it holds (but too early to count): every part it asks for. */
export function lackedBy(condition: Condition, { conditions, exercise }: Truth): Wait[] {
  const missing = missingFor(condition, (part) => conditions.holds(part, exercise));
  return missing.length > 0 ? missing : missingFor(condition, () => false);
}

/** The events that made the condition false because it forbids them; oldest first. */
export function spoiledBy(lacked: readonly Wait[], { conditions, exercise }: Truth): Happening[] {
  const found = lacked.flatMap(({ leaf, wanted }) =>
    wanted || leaf.happened === undefined ? [] : conditions.happenings(leaf, exercise),
  );
  return [...new Map(found.map((event) => [event.seq, event])).values()].toSorted((a, b) => a.seq - b.seq);
}
