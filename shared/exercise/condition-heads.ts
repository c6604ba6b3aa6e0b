/**
 * The heads of conditions, one declaration each: what may stand beside the head, which parts of a world its answer depends on,
 * and how it is tested. Evaluation, change tracking, checks and hints for bots derive from this table; views of it that need
 * words (graph, console, reasons why a condition cannot hold) are `Record<ConditionHead, ...>`, so a missing one does not compile.
 */
import { isActive } from '../scenario/compile-charts.ts';
import type { Bounds, Condition } from '../scenario/schema/conditions.ts';
import type { CaseMs } from '../time.ts';

/** An event as conditions see it. */
export type Happening = { seq: number; at: CaseMs; type: string } & Record<string, unknown>;

/** What conditions read of an exercise. */
export interface Facts {
  world: {
    now: CaseMs;
    charts: Readonly<Record<string, unknown>>;
    entered: Readonly<Record<string, CaseMs>>;
    items: Readonly<Record<string, ItemFacts>>;
    people: Readonly<Record<string, PersonFacts>>;
    consents: Readonly<Record<string, { kind: string; state: string }>>;
    referrals: Readonly<Record<string, { steps: readonly { state: string }[] }>>;
  };
  /** Events by type, oldest first. */
  happened: Readonly<Record<string, readonly Happening[]>>;
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

/** The conditions inside a condition. */
export interface Inside {
  conditions: readonly Condition[];
  /** This many of them must hold. */
  enough: number;
  /** True where the condition holds if they do not. */
  negated: boolean;
}

/** Prepares the tests of one scenario. */
export interface TestCompiler {
  testOf(condition: Condition): Test;
  /** The events that a `happened` condition counts. */
  happenings(condition: Condition, facts: Facts): readonly Happening[];
}

interface Head {
  /** Keys that may stand beside the head. */
  companions: readonly string[];
  /** The companion without which the head asks nothing. */
  needs?: keyof Condition;
  /** Parts of the world that the answer depends on, apart from the conditions inside. */
  reads: readonly (keyof Facts['world'])[];
  inside?: (condition: Condition) => Inside;
  /** The event type that the answer depends on. */
  event?: (condition: Condition) => string;
  test: (condition: Condition, compiler: TestCompiler) => Test;
}

const group = (companions: readonly string[], inside: (condition: Condition) => Inside): Head => ({
  companions,
  reads: [],
  inside,
  test: (condition, compiler) => groupTest(inside(condition), compiler),
});

const list = (conditions: readonly Condition[] = [], enough = conditions.length): Inside => ({
  conditions,
  enough,
  negated: false,
});

/** Heads about one person; several of them may stand together and then must all hold. */
const ABOUT_PERSON = ['at', 'trust', 'stress', 'referral', 'consent', 'status'] as const;
type PersonHead = (typeof ABOUT_PERSON)[number];
type PersonTest = (condition: Condition, person: PersonFacts, world: Facts['world']) => boolean;

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

const aboutPerson = (): Head => ({
  companions: ['person', ...ABOUT_PERSON],
  needs: 'person',
  reads: ['people', 'consents', 'referrals'],
  test: personTest,
});

type ItemHead = NonNullable<Condition['is']>;
const ITEM_TESTS: Readonly<Record<ItemHead, (item: ItemFacts) => boolean>> = {
  found: ({ foundAt }) => foundAt !== undefined,
  taken: ({ custody }) => custody.some(({ what }) => what === 'taken'),
  sealed: ({ custody }) => custody.some(({ what }) => what === 'seal'),
  perished: ({ perished }) => perished === true,
  analysed: ({ analysis }) => analysis?.done === true,
};

/** In order of precedence: in `{happened: ..., person: ...}` the person is a companion. */
const HEAD_TABLE = {
  all: group([], ({ all }) => list(all)),
  any: group([], ({ any }) => list(any, 1)),
  not: group([], ({ not }) => ({ conditions: not ? [not] : [], enough: 1, negated: true })),
  of: { ...group(['at-least'], ({ of, 'at-least': enough }) => list(of, enough ?? 1)), needs: 'at-least' },
  happened: {
    companions: ['times'],
    reads: [],
    event: ({ happened }) => happened ?? '',
    test: (condition, compiler) => {
      const times = condition.times ?? 1;
      return (facts) => compiler.happenings(condition, facts).length >= times;
    },
  },
  reached: {
    companions: [],
    reads: ['entered'],
    test:
      ({ reached = '' }) =>
      ({ world }) =>
        reached in world.entered,
  },
  in: { companions: [], reads: ['charts'], test: ({ in: address = '' }) => activeTest(address) },
  knows: { companions: ['role', 'part'], reads: ['items'], test: knowsTest },
  clock: {
    companions: [],
    reads: ['now'],
    test:
      ({ clock: { after = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY } = {} }) =>
      ({ world }) =>
        world.now >= after && world.now < before,
  },
  at: aboutPerson(),
  trust: aboutPerson(),
  stress: aboutPerson(),
  referral: aboutPerson(),
  consent: aboutPerson(),
  status: aboutPerson(),
  is: { companions: ['item'], needs: 'item', reads: ['items'], test: itemTest },
} as const satisfies Readonly<Record<string, Head>>;

export type ConditionHead = keyof typeof HEAD_TABLE;
/** Heads whose condition holds other conditions. */
export type GroupHead = 'all' | 'any' | 'not' | 'of';
export type LeafHead = Exclude<ConditionHead, GroupHead>;

export const CONDITION_HEADS: Readonly<Record<ConditionHead, Head>> = HEAD_TABLE;
// The keys of the table are exactly its type's.
export const HEADS = Object.keys(HEAD_TABLE) as readonly ConditionHead[];

/** What a condition asks: the first head that it has. */
export const headOf = (condition: Condition): ConditionHead | undefined =>
  HEADS.find((head) => condition[head] !== undefined);

/** The declaration of what a condition asks. */
export function declarationOf(condition: Condition): Head | undefined {
  const head = headOf(condition);
  return head === undefined ? undefined : CONDITION_HEADS[head];
}

function groupTest({ conditions, enough, negated }: Inside, compiler: TestCompiler): Test {
  const tests = conditions.map((condition) => compiler.testOf(condition));
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
  const tests = ABOUT_PERSON.filter((head) => condition[head] !== undefined).map((head) => PERSON_TESTS[head]);
  const id = condition.person ?? '';
  return ({ world }) => {
    const person = world.people[id];
    return person !== undefined && tests.every((test) => test(condition, person, world));
  };
}

const inBounds = (value: number, bounds: Bounds = {}) =>
  (bounds['at-least'] === undefined || value >= bounds['at-least']) &&
  (bounds['at-most'] === undefined || value <= bounds['at-most']);
