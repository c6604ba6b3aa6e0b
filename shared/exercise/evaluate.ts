/** Does a condition hold? The one evaluator for guards, injects, unlocks, answers, rubric and red lines. */
import { activePaths } from '../scenario/compile-charts.ts';
import type { REFERRAL_STATES } from '../scenario/schema/conditions.ts';
import {
  type Bounds,
  type Condition,
  type ConditionHead,
  HAPPENED_FIELDS,
  type HappenedField,
  headOf,
} from '../scenario/schema/conditions.ts';
import type { Exercise, Happening } from './truth.ts';

/**
 * What of a condition never changes, and what the events were when it was last counted. The lists of an exercise only grow, so
 * the same list of the same length gives the same answer.
 */
interface Prepared {
  head: ConditionHead | undefined;
  asked: readonly HappenedField[];
  counted?: { list: readonly Happening[] | undefined; length: number; matching: readonly Happening[] };
}

const prepared = new WeakMap<Condition, Prepared>();

function prepare(condition: Condition): Prepared {
  let ready = prepared.get(condition);
  if (!ready) {
    const head = headOf(condition);
    const asked = head === 'happened' ? HAPPENED_FIELDS.filter((field) => condition[field] !== undefined) : [];
    ready = { head, asked };
    prepared.set(condition, ready);
  }
  return ready;
}

/** True where the condition holds in this exercise, now. Total: anything unknown is simply false. */
export function evaluate(condition: Condition, exercise: Exercise): boolean {
  switch (prepare(condition).head) {
    case 'all':
      return (condition.all ?? []).every((one) => evaluate(one, exercise));
    case 'any':
      return (condition.any ?? []).some((one) => evaluate(one, exercise));
    case 'not':
      return condition.not !== undefined && !evaluate(condition.not, exercise);
    case 'of':
      return (condition.of ?? []).filter((one) => evaluate(one, exercise)).length >= (condition['at-least'] ?? 1);
    case 'happened':
      return happenings(condition, exercise).length >= (condition.times ?? 1);
    case 'reached':
      return condition.reached !== undefined && condition.reached in exercise.world.entered;
    case 'in':
      return isIn(condition.in ?? '', exercise);
    case 'knows':
      return knows(condition, exercise);
    case 'clock':
      return withinClock(condition, exercise);
    case 'is':
      return itemIs(condition, exercise);
    case undefined:
      return false;
    default:
      return personIs(condition, exercise);
  }
}

/** The events that a `happened` condition counts, oldest first. */
export function happenings(condition: Condition, exercise: Exercise): readonly Happening[] {
  const ready = prepare(condition);
  const list = exercise.happened[condition.happened ?? ''];
  const { asked, counted } = ready;
  const length = list?.length ?? 0;
  if (counted && counted.list === list && counted.length === length) return counted.matching;
  // What was counted before is not looked at again.
  const before = counted && begins(list, counted) ? counted : undefined;
  const fresh: Happening[] = [];
  for (let index = before?.length ?? 0; index < length; index += 1) {
    const event = list?.[index];
    if (event && asked.every((field) => matches(event[field], condition[field]))) fresh.push(event);
  }
  const matching = before === undefined ? fresh : fresh.length === 0 ? before.matching : [...before.matching, ...fresh];
  ready.counted = { list, length, matching };
  return matching;
}

/** True where `list` goes on from what was counted: an event has one place in one log, so the last one tells for all before it. */
function begins(
  list: readonly Happening[] | undefined,
  { list: earlier, length }: NonNullable<Prepared['counted']>,
): boolean {
  return length > 0 && list !== undefined && list[length - 1] === earlier?.[length - 1];
}

const matches = (actual: unknown, wanted: unknown): boolean =>
  Array.isArray(actual) ? actual.includes(wanted) : actual === wanted;

function isIn(address: string, { world }: Exercise): boolean {
  const [chart = '', ...path] = address.split('.');
  return activePaths(world.charts[chart]).includes(path.join('.'));
}

function knows(condition: Condition, { world }: Exercise): boolean {
  const known = world.items[condition.knows ?? '']?.known;
  if (known === undefined) return false;
  const entries = condition.role === undefined ? Object.values(known) : [known[condition.role]];
  return entries.some(
    (entry) => entry !== undefined && (condition.part === undefined || entry.parts.includes(condition.part)),
  );
}

function withinClock({ clock }: Condition, { world }: Exercise): boolean {
  return (
    (clock?.after === undefined || world.now >= clock.after) &&
    (clock?.before === undefined || world.now < clock.before)
  );
}

function itemIs(condition: Condition, { world }: Exercise): boolean {
  const item = world.items[condition.item ?? ''];
  if (!item) return false;
  switch (condition.is) {
    case 'found':
      return item.foundAt !== undefined;
    case 'taken':
      return item.custody.some((entry) => entry.what === 'taken');
    case 'sealed':
      return item.custody.some((entry) => entry.what === 'seal');
    case 'perished':
      return item.perished === true;
    default:
      return item.analysis?.done === true;
  }
}

const inBounds = (value: number, bounds: Bounds) =>
  (bounds['at-least'] === undefined || value >= bounds['at-least']) &&
  (bounds['at-most'] === undefined || value <= bounds['at-most']);

function personIs(condition: Condition, { world }: Exercise): boolean {
  const person = world.people[condition.person ?? ''];
  if (!person) return false;
  if (condition.at !== undefined && person.place !== condition.at) return false;
  if (condition.trust && !inBounds(person.mood?.trust ?? 0, condition.trust)) return false;
  if (condition.stress && !inBounds(person.mood?.stress ?? 0, condition.stress)) return false;
  if (condition.status !== undefined && person.status !== condition.status) return false;
  if (condition.consent !== undefined) {
    const given = person.consents.map((id) => world.consents[id]);
    if (
      !given.some((consent) => consent !== undefined && consent.kind === condition.consent && consent.state === 'given')
    )
      return false;
  }
  if (
    condition.referral !== undefined &&
    !person.referrals.some((id) => hasReached(world.referrals[id]?.steps, condition.referral))
  )
    return false;
  return true;
}

function hasReached(
  steps: { state: string }[] | undefined,
  wanted: (typeof REFERRAL_STATES)[number] | undefined,
): boolean {
  return (steps ?? []).some((step) => step.state === wanted);
}
