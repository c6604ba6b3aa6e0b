/** What the declarations of condition heads claim holds in logs of real play. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conditionsOf as prepare } from '../../shared/exercise/condition-index.ts';
import { emptyExercise, foldExercise } from '../../shared/exercise/exercise.ts';
import { conditionsOf } from '../../shared/scenario/visit.ts';
import {
  companionsOf,
  Condition,
  CONDITION_HEADS,
  CONDITION_KEYS,
  headOf,
  insideOf,
  isLeafHead,
  LEAF_HEADS,
  leafHeadOf,
  neededBy,
} from '../../shared/vocabulary/conditions.ts';
import { eventsOf, keptLogs, keptSets, openPinned, readLog, readSources } from '../support/kept-logs/kept-log.ts';

/** The longest plays of both cases, and those with every other command. */
const PLAYED = keptSets().flatMap((set) =>
  keptLogs(set)
    .filter((name) => /exemplary|every-other-command/.test(name))
    .map((name) => ({ set, name })),
);

describe('a declared head', () => {
  it.each(CONDITION_HEADS)('%s is the head of a condition with its key alone', (head) => {
    expect(headOf({ [head]: true })).toBe(head);
  });

  it.each(CONDITION_HEADS)('%s needs a key that may stand beside it', (head) => {
    const needed = neededBy(head);
    if (needed !== undefined) expect(companionsOf(head)).toContain(needed);
  });

  it('has a schema for each of its keys, and the schema of conditions has no others', () => {
    const { properties = {} } = z.toJSONSchema(Condition, { io: 'input' }) as { properties?: object };
    const shape = Object.keys(properties);
    expect(shape.filter((key) => CONDITION_KEYS.has(key))).toEqual([...CONDITION_KEYS.keys()]);
  });

  it('is a leaf or holds other conditions, never both', () => {
    for (const head of CONDITION_HEADS) {
      const condition: Condition = { [head]: [] };
      expect(leafHeadOf(condition) === undefined, head).toBe(insideOf(condition) !== undefined);
    }
  });
});

describe('the answer of a condition', () => {
  it.each(PLAYED)('changes in $name only by events that its head declares', ({ set, name }) => {
    const log = readLog(set, name);
    const files = readSources(set)[log.record.hash];
    if (!files) throw new Error('the case of this log is not kept');
    const compiled = openPinned(files, log.record.hash);
    const conditions = prepare(compiled);
    const leaves = conditionsOf(compiled.scenario).flatMap(({ value }) => {
      const head = leafHeadOf(value);
      return head === undefined ? [] : [{ head, value, answer: false }];
    });
    const wrong = new Set<string>();
    let exercise = emptyExercise();
    for (const leaf of leaves) leaf.answer = conditions.holds(leaf.value, exercise);
    for (const event of eventsOf(log)) {
      exercise = foldExercise(compiled, [event], exercise);
      for (const leaf of leaves) {
        const answer = conditions.holds(leaf.value, exercise);
        const { changedBy, counts, moments } = LEAF_HEADS[leaf.head];
        const expected =
          moments !== undefined ||
          (counts !== undefined && leaf.value.happened === event.type) ||
          // Nothing holds of a person before the case has placed the person.
          (neededBy(leaf.head) === 'person' && event.type === 'person-placed');
        if (answer !== leaf.answer && !expected && !changedBy.includes(event.type))
          wrong.add(`${leaf.head} by ${event.type}`);
        leaf.answer = answer;
      }
    }
    expect([...wrong]).toEqual([]);
  });

  it('can be changed by an event of every head that asks about a state', () => {
    const silent = CONDITION_HEADS.filter((head) => {
      if (!isLeafHead(head)) return false;
      const { changedBy, counts, moments } = LEAF_HEADS[head];
      return changedBy.length === 0 && counts === undefined && moments === undefined;
    });
    expect(silent).toEqual([]);
  });
});
