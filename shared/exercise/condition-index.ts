/** The conditions of one scenario, each prepared once: its test, what it reads, and the events it has counted. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { derive } from '../scenario/derived.ts';
import type { CaseMs } from '../time.ts';
import { type Condition, insideOf, LEAF_HEADS, leafHeadOf, valueAt } from '../vocabulary/conditions.ts';
import { HAPPENED_FIELDS, type HappenedField } from '../vocabulary/events.ts';
import { type Facts, type Happening, prepareTest, type Test, type TestCompiler } from './condition-tests.ts';
import { bitOf, type PartSet } from './folds/parts.ts';
import { NOTHING, numberEvents, type Reads, readsPart, union } from './reads.ts';

/** The prepared conditions of a scenario. */
export const conditionsOf = (compiled: CompiledScenario): ConditionIndex => derive(compiled, buildConditionIndex);

const buildConditionIndex = ({ index }: CompiledScenario): ConditionIndex =>
  new ConditionIndex(index.askedEvents, index.clockTimes);

const NOW = bitOf('now');

export class ConditionIndex implements TestCompiler {
  readonly #clockTimes: readonly CaseMs[];
  readonly #eventReads: ReadonlyMap<string, Reads>;
  // Conditions of playthroughs and previews come and go while their scenario lives on.
  readonly #tests = new WeakMap<Condition, Test>();
  readonly #reads = new WeakMap<Condition, Reads>();
  readonly #counters = new WeakMap<Condition, Counter>();

  constructor(askedEvents: ReadonlySet<string>, clockTimes: readonly CaseMs[]) {
    this.#eventReads = numberEvents(askedEvents);
    this.#clockTimes = clockTimes;
  }

  /** True if the condition holds now. Total: a condition on anything unknown is false. */
  holds(condition: Condition, facts: Facts): boolean {
    return this.testOf(condition)(facts);
  }

  testOf(condition: Condition): Test {
    let test = this.#tests.get(condition);
    if (!test) this.#tests.set(condition, (test = prepareTest(condition, this)));
    return test;
  }

  /** The events that a `happened` condition counts, oldest first. */
  happenings(condition: Condition, facts: Facts): readonly Happening[] {
    let counter = this.#counters.get(condition);
    if (!counter) this.#counters.set(condition, (counter = new Counter(condition)));
    return counter.count(facts);
  }

  /** What the answer of a condition depends on. */
  readsOf(condition: Condition | undefined): Reads {
    if (condition === undefined) return NOTHING;
    let reads = this.#reads.get(condition);
    if (!reads) this.#reads.set(condition, (reads = this.#collectReads(condition)));
    return reads;
  }

  #collectReads(condition: Condition): Reads {
    const inside = insideOf(condition);
    if (inside) return inside.conditions.map((inner) => this.readsOf(inner)).reduce(union, NOTHING);
    const head = leafHeadOf(condition);
    if (head === undefined) return NOTHING;
    const { reads, counts } = LEAF_HEADS[head];
    const parts = reads.map(readsPart).reduce(union, NOTHING);
    return counts === undefined ? parts : union(parts, this.#readsEvent(String(valueAt(condition, counts))));
  }

  #readsEvent(type: string): Reads {
    return this.#eventReads.get(type) ?? NOTHING;
  }

  /** What an event of a type changed, by the parts it touched. Time that no condition compares with is no change. */
  changeBy(type: string, parts: PartSet, before: CaseMs, now: CaseMs): Reads {
    const idle = (parts & NOW) !== 0 && !this.#clockTimes.some((time) => time > before && time <= now);
    const { events, moreEvents } = this.#readsEvent(type);
    return { parts: idle ? parts & ~NOW : parts, events, moreEvents };
  }
}

/**
 * Counts the events that a `happened` condition asks about. It remembers the list it counted last: the lists of an exercise only
 * grow, so it needs to lookUp at the new events alone, and the same list with the same length gives the same answer.
 */
class Counter {
  readonly #type: string;
  readonly #wanted: readonly (readonly [field: HappenedField, value: unknown])[];
  #list: readonly Happening[] | undefined;
  #length = 0;
  #matching: readonly Happening[] = [];

  constructor(condition: Condition) {
    this.#type = condition.happened ?? '';
    this.#wanted =
      condition.happened === undefined
        ? []
        : HAPPENED_FIELDS.flatMap((field) =>
            condition[field] === undefined ? [] : [[field, condition[field]] as const],
          );
  }

  count({ happened }: Facts): readonly Happening[] {
    const list = happened[this.#type];
    const length = list?.length ?? 0;
    if (this.#list === list && this.#length === length) return this.#matching;
    const continues = isContinued(this.#list, this.#length, list);
    const fresh: Happening[] = [];
    for (let index = continues ? this.#length : 0; index < length; index += 1) {
      const event = list?.[index];
      if (event && this.#matches(event)) fresh.push(event);
    }
    if (!continues) this.#matching = fresh;
    else if (fresh.length > 0) this.#matching = [...this.#matching, ...fresh];
    this.#list = list;
    this.#length = length;
    return this.#matching;
  }

  #matches(event: Happening): boolean {
    for (const [field, value] of this.#wanted) if (!matches(event[field], value)) return false;
    return true;
  }
}

/** True where `list` continues `earlier`: an event has one place in one log, so the last common one stands for all before it. */
const isContinued = (
  earlier: readonly Happening[] | undefined,
  length: number,
  list: readonly Happening[] | undefined,
): boolean => length > 0 && list !== undefined && list[length - 1] === earlier?.[length - 1];

const matches = (actual: unknown, wanted: unknown): boolean =>
  Array.isArray(actual) ? actual.includes(wanted) : actual === wanted;
