/** What tests import from `vitest`: tests are registered and run one by one; `expect` is Vitest's own. */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  type ExpectStatic,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';

type Act = (...given: never[]) => unknown;

export interface RegisteredTest {
  name: string;
  /** Runs the hooks around the test and the test. Rejects if it fails. */
  run: () => Promise<void>;
}

interface Group {
  name: string;
  parent?: Group;
  before: Act[];
  beforeEach: Act[];
  afterEach: Act[];
  begun: boolean;
}

const aGroup = (name: string, parent?: Group): Group => ({
  name,
  ...(parent && { parent }),
  before: [],
  beforeEach: [],
  afterEach: [],
  begun: false,
});
const lineage = (group: Group): Group[] => [...(group.parent ? lineage(group.parent) : []), group];

let group = aGroup('');
let tests: RegisteredTest[] = [];

/** The tests that a file registers while it is loaded. */
export function registeredBy(load: () => void): RegisteredTest[] {
  group = aGroup('');
  tests = [];
  load();
  return tests;
}

const call = async (acts: readonly Act[]): Promise<void> => {
  for (const act of acts) await act();
};

function register(name: string, ...rest: unknown[]): void {
  const act = rest.find((one) => typeof one === 'function') as Act;
  const groups = lineage(group);
  const run = async (): Promise<void> => {
    for (const one of groups) {
      if (!one.begun) await call(one.before);
      one.begun = true;
    }
    await call(groups.flatMap((one) => one.beforeEach));
    try {
      await act();
    } finally {
      await call(groups.toReversed().flatMap((one) => one.afterEach));
    }
  };
  const full = [...groups.slice(1).map((one) => one.name), name].join(' > ');
  const twins = tests.filter((one) => one.name === full || one.name.startsWith(`${full} #`)).length;
  tests.push({ name: twins === 0 ? full : `${full} #${twins + 1}`, run });
}

function describe(name: string, ...rest: unknown[]): void {
  const body = rest.find((one) => typeof one === 'function') as Act;
  const parent = group;
  group = aGroup(name, parent);
  body();
  group = parent;
}

const each =
  (declare: (name: string, ...rest: unknown[]) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, ...rest: unknown[]): void => {
    const body = rest.find((one) => typeof one === 'function') as (...given: unknown[]) => unknown;
    for (const [number, row] of rows.entries()) {
      const given = Array.isArray(row) ? (row as unknown[]) : [row];
      const [value] = given;
      const shown = typeof value === 'string' || typeof value === 'number' ? value : number;
      declare(`${name} [${shown}]`, () => body(...given));
    }
  };

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const expect = ((value: unknown, message?: string) => {
  setState({ assertionCalls: 0 }, expect);
  return chai.expect(value, message);
}) as ExpectStatic;
Object.assign(expect, chai.expect, (globalThis as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT]);
(globalThis as Record<symbol, unknown>)[GLOBAL_EXPECT] = expect;

const it = Object.assign(register, { each: each(register), for: each(register) });

export const vitest = {
  describe: Object.assign(describe, { each: each(describe) }),
  it,
  test: it,
  expect,
  beforeAll: (act: Act) => void group.before.push(act),
  beforeEach: (act: Act) => void group.beforeEach.push(act),
  afterEach: (act: Act) => void group.afterEach.push(act),
  afterAll: () => undefined,
  vi: { setConfig: () => undefined },
};
