/** Why a condition holds, part by part: the events that it counted, and the states that no event stands for. */
import type { ConditionIndex } from '../exercise/condition-index.ts';
import type { Event } from '../exercise/events.ts';
import type { EventType } from '../vocabulary/events.ts';
import { missingFor, type Wait } from '../exercise/missing.ts';
import type { Exercise, Happening } from '../exercise/truth.ts';
import { type Condition, type ConditionHead, headOf } from '../scenario/schema/conditions.ts';

/** The truth at one moment, with the prepared conditions of its case. */
export interface Truth {
  conditions: ConditionIndex;
  exercise: Exercise;
}

/** A part of a condition that held: as written, or negated if `wanted` is false. */
export type HeldPart = Pick<Wait, 'leaf' | 'wanted'>;

/** The events that can make a state true. A condition about the clock has none: time alone makes it true. */
const CAUSES: Readonly<Partial<Record<ConditionHead, readonly EventType[]>>> = {
  reached: ['state-entered'],
  in: ['chart-moved'],
  knows: ['item-learned'],
  at: ['person-placed', 'person-met', 'person-moved', 'person-left'],
  trust: ['mood-changed'],
  stress: ['mood-changed'],
  status: ['screened', 'status-set'],
  consent: ['consent-given', 'consent-refused', 'consent-withdrawn', 'consent-ended'],
  referral: [
    'needs-assessed',
    'referral-consented',
    'service-offered',
    'offer-accepted',
    'offer-refused',
    'transport-started',
    'received',
    'feedback-given',
    'referral-closed',
  ],
  is: ['item-found', 'item-taken', 'item-handled', 'item-perished', 'analysis-ended'],
};

const innerOf = (condition: Condition): Condition[] | undefined => condition.all ?? condition.any ?? condition.of;

/** The events counted by those parts of a condition that hold. Parts about states count none. */
export function countedBy(conditions: ConditionIndex, condition: Condition, exercise: Exercise): number[] {
  if (condition.happened !== undefined) return conditions.happenings(condition, exercise).map(({ seq }) => seq);
  return (innerOf(condition) ?? [])
    .filter((part) => conditions.holds(part, exercise))
    .flatMap((part) => countedBy(conditions, part, exercise));
}

/** The parts that make a condition hold without counting events: states, times, and events that had not happened. */
export function heldBy(conditions: ConditionIndex, condition: Condition, exercise: Exercise): HeldPart[] {
  const look = (part: Condition, wanted: boolean): HeldPart[] => {
    if (conditions.holds(part, exercise) !== wanted) return [];
    if (part.not) return look(part.not, !wanted);
    const inner = innerOf(part);
    if (inner) return inner.flatMap((child) => look(child, wanted));
    return part.happened !== undefined && wanted ? [] : [{ leaf: part, wanted }];
  };
  return look(condition, true);
}

/** True if this event changes this kind of state, for the same person, item, desk or statechart. */
export function causes({ type, ...fields }: Event, { leaf }: HeldPart): boolean {
  const head = headOf(leaf);
  if (head === undefined || !CAUSES[head]?.includes(type)) return false;
  const asked: Record<string, unknown> = {
    person: leaf.person,
    item: leaf.item ?? leaf.knows,
    role: leaf.knows === undefined ? undefined : leaf.role,
    chart: (leaf.reached ?? leaf.in)?.split('.')[0],
  };
  const actual: Readonly<Record<string, unknown>> = fields;
  return Object.entries(asked).every(([field, value]) => value === undefined || actual[field] === value);
}

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
