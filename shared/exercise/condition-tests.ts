/**
 * How each head of a condition is tested. What may stand beside a head, what it reads and which events change its answer is
 * declared in `shared/vocabulary`; here is the code.
 */
import { isActive } from '../scenario/compile-charts.ts';
import type { CaseMs } from '../time.ts';
import type { Bounds, WorldPart } from '../vocabulary/condition-heads.ts';
import {
  type Condition,
  type ConditionHead,
  headOf,
  type HeadNeeding,
  headsNeeding,
  insideOf,
} from '../vocabulary/conditions.ts';

/** An event as conditions see it. */
export type Happening = { seq: number; at: CaseMs; type: string } & Record<string, unknown>;

/** What conditions read of an exercise. */
export interface Facts {
  world: ReadWorld;
  /** Events by type, oldest first. */
  happened: Readonly<Record<string, readonly Happening[]>>;
}

interface ReadWorld extends Readonly<Record<WorldPart, unknown>> {
  now: CaseMs;
  charts: Readonly<Record<string, unknown>>;
  entered: Readonly<Record<string, CaseMs>>;
  items: Readonly<Record<string, ItemFacts>>;
  people: Readonly<Record<string, PersonFacts>>;
  consents: Readonly<Record<string, { kind: string; state: string }>>;
  referrals: Readonly<Record<string, { steps: readonly { state: string }[] }>>;
}

interface ItemFacts {
  known: Readonly<Record<string, { parts: readonly string[] }>>;
  custody: readonly { what: string }[];
  foundAt?: CaseMs | undefined;
  perished?: boolean | undefined;
  analysis?: { done: boolean } | undefined;
}

interface PersonFacts {
  place?: string | undefined;
  mood?: { trust: number; stress: number } | undefined;
  status?: string | undefined;
  consents: readonly string[];
  referrals: readonly string[];
}

/** A condition prepared for evaluation: a play evaluates each of them thousands of times. */
export type Test = (facts: Facts) => boolean;

/** Prepares the tests of one scenario. */
export interface TestCompiler {
  testOf(condition: Condition): Test;
  /** The events that a `happened` condition counts. */
  happenings(condition: Condition, facts: Facts): readonly Happening[];
}

/** Heads about one person; several of them may stand together and then must all hold. */
type PersonHead = HeadNeeding<'person'>;
type PersonTest = (condition: Condition, person: PersonFacts, world: ReadWorld) => boolean;

const PERSON_TESTS: Readonly<Record<PersonHead, PersonTest>> = {
  at: ({ at }, { place }) => place === at,
  trust: ({ trust }, { mood }) => inBounds(mood?.trust ?? 0, trust),
  stress: ({ stress }, { mood }) => inBounds(mood?.stress ?? 0, stress),
  referral: ({ referral: wanted }, { referrals }, world) =>
    referrals.some((id) => (world.referrals[id]?.steps ?? []).some(({ state }) => state === wanted)),
  consent: ({ consent: wanted }, { consents }, world) =>
    consents.some((id) => {
      const consent = world.consents[id];
      return consent?.kind === wanted && consent?.state === 'given';
    }),
  status: ({ status: wanted }, { status }) => status === wanted,
};

type ItemHead = NonNullable<Condition['is']>;
const ITEM_TESTS: Readonly<Record<ItemHead, (item: ItemFacts) => boolean>> = {
  found: ({ foundAt }) => foundAt !== undefined,
  taken: ({ custody }) => custody.some(({ what }) => what === 'taken'),
  sealed: ({ custody }) => custody.some(({ what }) => what === 'seal'),
  perished: ({ perished }) => perished === true,
  analysed: ({ analysis }) => analysis?.done === true,
};

type MakeTest = (condition: Condition, compiler: TestCompiler) => Test;

const TESTS: Readonly<Record<ConditionHead, MakeTest>> = {
  all: groupTest,
  any: groupTest,
  not: groupTest,
  of: groupTest,
  happened: (condition, compiler) => {
    const times = condition.times ?? 1;
    return (facts) => compiler.happenings(condition, facts).length >= times;
  },
  reached:
    ({ reached = '' }) =>
    ({ world }) =>
      reached in world.entered,
  in: ({ in: address = '' }) => activeTest(address),
  knows: knowsTest,
  clock:
    ({ clock: { after = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY } = {} }) =>
    ({ world }) =>
      world.now >= after && world.now < before,
  at: personTest,
  trust: personTest,
  stress: personTest,
  referral: personTest,
  consent: personTest,
  status: personTest,
  is: itemTest,
};

const never: Test = () => false;

/** The test of a condition; false in every exercise where the condition asks nothing. */
export function prepareTest(condition: Condition, compiler: TestCompiler): Test {
  const head = headOf(condition);
  return head === undefined ? never : TESTS[head](condition, compiler);
}

function groupTest(condition: Condition, compiler: TestCompiler): Test {
  const { conditions = [], enough = 0, negated = false } = insideOf(condition) ?? {};
  const tests = conditions.map((inner) => compiler.testOf(inner));
  return (facts) => {
    let [held, left] = [0, tests.length];
    for (const test of tests) {
      // Stop where the rest cannot change the answer.
      if (held >= enough || held + left < enough) break;
      if (test(facts)) held += 1;
      left -= 1;
    }
    return held >= enough !== negated;
  };
}

function activeTest(address: string): Test {
  const [chart = '', ...path] = address.split('.');
  return path.length === 0 ? () => false : ({ world }) => isActive(world.charts[chart], path);
}

function knowsTest({ knows: item = '', role, part }: Condition): Test {
  const has = (entry: { parts: readonly string[] } | undefined) =>
    entry !== undefined && (part === undefined || entry.parts.includes(part));
  return ({ world }) => {
    const known = world.items[item]?.known;
    if (known === undefined) return false;
    return role === undefined ? Object.values(known).some(has) : has(known[role]);
  };
}

function itemTest({ item: id = '', is = 'analysed' }: Condition): Test {
  const test = ITEM_TESTS[is];
  return ({ world }) => {
    const item = world.items[id];
    return item !== undefined && test(item);
  };
}

function personTest(condition: Condition): Test {
  const tests = headsNeeding('person')
    .filter((head) => condition[head] !== undefined)
    .map((head) => PERSON_TESTS[head]);
  const id = condition.person ?? '';
  return ({ world }) => {
    const person = world.people[id];
    return person !== undefined && tests.every((test) => test(condition, person, world));
  };
}

const inBounds = (value: number, bounds: Bounds = {}) =>
  (bounds['at-least'] === undefined || value >= bounds['at-least']) &&
  (bounds['at-most'] === undefined || value <= bounds['at-most']);
