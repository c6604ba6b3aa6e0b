/** Does a condition hold? The one evaluator for guards, injects, unlocks, answers, rubric and red lines. */
import { activePaths } from '../scenario/compile-charts.ts';
import type { REFERRAL_STATES } from '../vocabulary/enums.ts';
import { type Bounds, type Condition, headOf } from '../scenario/schema/conditions.ts';
import { HAPPENED_FIELDS, type HappenedField } from '../vocabulary/events.ts';
import type { Exercise, Happening } from './truth.ts';

/** A condition made ready once: asked thousands of times in a play, it is not read anew each time. */
type Test = (exercise: Exercise) => boolean;

const tests = new WeakMap<Condition, Test>();

/** True where the condition holds in this exercise, now. Total: anything unknown is simply false. */
export const evaluate = (condition: Condition, exercise: Exercise): boolean => testOf(condition)(exercise);

function testOf(condition: Condition): Test {
  let test = tests.get(condition);
  if (!test) tests.set(condition, (test = makeTest(condition)));
  return test;
}

const testsOf = (conditions: readonly Condition[] | undefined): Test[] => (conditions ?? []).map(testOf);

function makeTest(condition: Condition): Test {
  switch (headOf(condition)) {
    case 'all':
      return allOf(testsOf(condition.all));
    case 'any':
      return atLeast(testsOf(condition.any), 1);
    case 'of':
      return atLeast(testsOf(condition.of), condition['at-least'] ?? 1);
    case 'not': {
      const test = condition.not && testOf(condition.not);
      return test ? (exercise) => !test(exercise) : never;
    }
    case 'happened': {
      const count = countOf(condition);
      const times = condition.times ?? 1;
      return (exercise) => count.in(exercise).length >= times;
    }
    case 'reached': {
      const { reached } = condition;
      return reached === undefined ? never : ({ world }) => reached in world.entered;
    }
    case 'in':
      return isIn(condition.in ?? '');
    case 'knows':
      return (exercise) => knows(condition, exercise);
    case 'clock':
      return withinClock(condition.clock?.after, condition.clock?.before);
    case 'is':
      return (exercise) => itemIs(condition, exercise);
    case undefined:
      return never;
    default:
      return (exercise) => personIs(condition, exercise);
  }
}

const never: Test = () => false;

const allOf =
  (parts: readonly Test[]): Test =>
  (exercise) => {
    for (const test of parts) if (!test(exercise)) return false;
    return true;
  };

const atLeast =
  (parts: readonly Test[], wanted: number): Test =>
  (exercise) => {
    let held = 0;
    for (const test of parts) {
      if (held >= wanted) break;
      if (test(exercise)) held += 1;
    }
    return held >= wanted;
  };

const counts = new WeakMap<Condition, Count>();

function countOf(condition: Condition): Count {
  let count = counts.get(condition);
  if (!count) counts.set(condition, (count = new Count(condition)));
  return count;
}

/** The events that a `happened` condition counts, oldest first. */
export const happenings = (condition: Condition, exercise: Exercise): readonly Happening[] =>
  countOf(condition).in(exercise);

/**
 * What a `happened` condition asks for, and what the events were when it was last counted. The lists of an exercise only grow,
 * so the same list of the same length gives the same answer.
 */
class Count {
  readonly #type: string;
  readonly #asked: readonly (readonly [field: HappenedField, wanted: unknown])[];
  #list: readonly Happening[] | undefined;
  #length = 0;
  #matching: readonly Happening[] = [];

  constructor(condition: Condition) {
    this.#type = condition.happened ?? '';
    this.#asked =
      condition.happened === undefined
        ? []
        : HAPPENED_FIELDS.flatMap((field) =>
            condition[field] === undefined ? [] : [[field, condition[field]] as const],
          );
  }

  in(exercise: Exercise): readonly Happening[] {
    const list = exercise.happened[this.#type];
    const length = list?.length ?? 0;
    if (this.#list === list && this.#length === length) return this.#matching;
    // What was counted before is not looked at again.
    const counted = begins(list, this.#list, this.#length);
    const fresh: Happening[] = [];
    for (let index = counted ? this.#length : 0; index < length; index += 1) {
      const event = list?.[index];
      if (event && this.#matches(event)) fresh.push(event);
    }
    if (!counted) this.#matching = fresh;
    else if (fresh.length > 0) this.#matching = [...this.#matching, ...fresh];
    this.#list = list;
    this.#length = length;
    return this.#matching;
  }

  #matches(event: Happening): boolean {
    for (const [field, wanted] of this.#asked) if (!matches(event[field], wanted)) return false;
    return true;
  }
}

/** True where `list` goes on from what was counted: an event has one place in one log, so the last one tells for all before it. */
const begins = (
  list: readonly Happening[] | undefined,
  earlier: readonly Happening[] | undefined,
  length: number,
): boolean => length > 0 && list !== undefined && list[length - 1] === earlier?.[length - 1];

const matches = (actual: unknown, wanted: unknown): boolean =>
  Array.isArray(actual) ? actual.includes(wanted) : actual === wanted;

function isIn(address: string): Test {
  const [chart = '', ...path] = address.split('.');
  const state = path.join('.');
  return ({ world }) => activePaths(world.charts[chart]).includes(state);
}

function knows({ knows: item = '', role, part }: Condition, { world }: Exercise): boolean {
  const known = world.items[item]?.known;
  if (known === undefined) return false;
  const has = (entry: (typeof known)[string] | undefined) =>
    entry !== undefined && (part === undefined || entry.parts.includes(part));
  return role === undefined ? Object.values(known).some(has) : has(known[role]);
}

const withinClock =
  (after = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY): Test =>
  ({ world }) =>
    world.now >= after && world.now < before;

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
