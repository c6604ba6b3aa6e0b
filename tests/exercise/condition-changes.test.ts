/** What conditions read, which events change it, and how events that happened are counted. */
import { describe, expect, it } from 'vitest';
import { ConditionIndex, conditionsOf } from '../../shared/exercise/condition-index.ts';
import type { Happening } from '../../shared/exercise/condition-tests.ts';
import { ALL_PARTS, bitOf, NO_PARTS } from '../../shared/exercise/folds/parts.ts';
import { EVERYTHING, NOTHING, numberEvents, overlaps, readsPart } from '../../shared/exercise/reads.ts';
import type { Condition } from '../../shared/vocabulary/conditions.ts';
import { aScenario } from '../support/a-scenario.ts';

const screened: Condition = { happened: 'screened', person: 'nyota' };
const index = new ConditionIndex(new Set(['screened', 'arrested']), [100, 500]);
const clockParts = bitOf('now');

describe('what a condition reads', () => {
  it('is nothing for no condition and for one that asks nothing', () => {
    expect(index.readsOf(undefined)).toEqual(NOTHING);
    expect(index.readsOf({})).toEqual(NOTHING);
  });

  it('is the parts of the world or the event that it asks about', () => {
    expect(index.readsOf({ item: 'tip', is: 'found' })).toEqual(readsPart('items'));
    expect(index.readsOf({ clock: { after: 100 } })).toEqual(readsPart('now'));
    expect(index.readsOf(screened)).toEqual(index.changeBy('screened', NO_PARTS, 0, 0));
    expect(overlaps(index.readsOf(screened), index.changeBy('arrested', NO_PARTS, 0, 0))).toBe(false);
  });

  it('is what its inner conditions read together', () => {
    const reads = index.readsOf({ not: { all: [{ item: 'tip', is: 'found' }, { any: [screened] }] } });
    expect(overlaps(reads, readsPart('items'))).toBe(true);
    expect(overlaps(reads, index.changeBy('screened', NO_PARTS, 0, 0))).toBe(true);
    expect(overlaps(reads, readsPart('charts'))).toBe(false);
    expect(overlaps(reads, index.changeBy('arrested', NO_PARTS, 0, 0))).toBe(false);
  });
});

describe('what an event changes', () => {
  it('is nothing that conditions ask if none counts it and it touches nothing', () => {
    expect(index.changeBy('travelled', NO_PARTS, 0, 1000)).toEqual(NOTHING);
  });

  it.each([
    ['before the first moment', 0, 99, false],
    ['up to a moment', 0, 100, true],
    ['past a moment', 99, 101, true],
    ['away from a moment', 100, 101, false],
    ['up to the last moment', 101, 500, true],
    ['past every moment', 0, 9_000, true],
    ['after the last moment', 500, 9_000, false],
  ])('includes time only where a clock condition turns: %s', (_what, before, now, turns) => {
    const change = index.changeBy('time-advanced', clockParts, before, now);
    expect(overlaps(change, readsPart('now'))).toBe(turns);
  });

  it('keeps the other parts where time turns nothing, and takes time alone away', () => {
    const both = clockParts | bitOf('items');
    expect(index.changeBy('time-advanced', both, 0, 1).parts).toBe(bitOf('items'));
    expect(index.changeBy('time-advanced', both, 99, 100).parts).toBe(both);
    expect(index.changeBy('item-found', bitOf('items'), 99, 100).parts).toBe(bitOf('items'));
  });
});

describe('reads', () => {
  it('overlap if they share a part or an event, in either number', () => {
    const some = (parts: number, events: number, moreEvents: number) => ({ parts, events, moreEvents });
    expect(overlaps(some(1, 2, 4), some(2, 4, 1))).toBe(false);
    expect(overlaps(some(3, 0, 0), some(2, 0, 0))).toBe(true);
    expect(overlaps(some(0, 3, 0), some(0, 2, 0))).toBe(true);
    expect(overlaps(some(0, 0, 3), some(0, 0, 2))).toBe(true);
    expect(overlaps(NOTHING, EVERYTHING)).toBe(false);
  });

  it('number sixty-four events apart, then share', () => {
    const types = Array.from({ length: 65 }, (_, number) => `event-${number}`);
    const numbered = [...numberEvents(types).values()];
    expect(numbered).toHaveLength(65);
    for (const [place, reads] of numbered.slice(0, 64).entries()) {
      expect(overlaps(reads, EVERYTHING), `event ${place}`).toBe(true);
      const sharing = numbered.slice(0, 64).filter((other) => overlaps(reads, other));
      expect(sharing, `event ${place}`).toEqual([reads]);
    }
    expect(numbered[64]).toEqual(numbered[0]);
    expect(EVERYTHING).toMatchObject({ parts: ALL_PARTS });
  });
});

describe('events that happened', () => {
  const world = { now: 0, charts: {}, entered: {}, items: {}, people: {}, consents: {}, referrals: {} };
  const event = (seq: number, fields: Record<string, unknown> = {}): Happening => ({
    seq,
    at: seq,
    type: 'screened',
    person: 'nyota',
    ...fields,
  });
  const counts = (condition: Condition) => {
    const own = new ConditionIndex(new Set(), []);
    return (screenings: readonly Happening[]) =>
      own.happenings(condition, { world, happened: { screened: screenings } }).map(({ seq }) => seq);
  };

  it('are counted by the fields of the condition, a list by what it contains', () => {
    const list = [event(1), event(2, { person: 'juma' }), event(3, { by: ['police'] }), event(4, { by: ['home'] })];
    expect(counts(screened)(list)).toEqual([1, 3, 4]);
    expect(counts({ ...screened, by: 'police' })(list)).toEqual([3]);
    expect(counts({ happened: 'arrested' })(list)).toEqual([]);
    expect(counts({})(list)).toEqual([]);
  });

  it('are counted on as the list grows, by itself or as a longer copy', () => {
    const count = counts(screened);
    const list = [event(1)];
    expect(count(list)).toEqual([1]);
    list.push(event(2), event(3, { person: 'juma' }));
    expect(count(list)).toEqual([1, 2]);
    expect(count([...list, event(4)])).toEqual([1, 2, 4]);
  });

  it('are counted anew for another exercise, also a longer or an equally long one', () => {
    const count = counts(screened);
    expect(count([event(1), event(2)])).toEqual([1, 2]);
    expect(count([event(7), event(8)])).toEqual([7, 8]);
    expect(count([event(10), event(11), event(12)])).toEqual([10, 11, 12]);
    expect(count([])).toEqual([]);
    expect(count([event(20)])).toEqual([20]);
  });

  it('are each looked at once, and the answer stays the same list until one is added', () => {
    const own = new ConditionIndex(new Set(), []);
    let looks = 0;
    const watched = (seq: number, person: string): Happening => ({
      ...event(seq),
      get person() {
        looks += 1;
        return person;
      },
    });
    const list = [watched(1, 'nyota')];
    const count = () => own.happenings(screened, { world, happened: { screened: list } });
    const first = count();
    expect(count()).toBe(first);
    expect(looks).toBe(1);
    list.push(watched(2, 'juma'));
    expect(count()).toBe(first);
    expect(looks).toBe(2);
  });
});

it('a scenario prepares its conditions once, and each condition once', () => {
  const compiled = aScenario();
  expect(conditionsOf(compiled)).toBe(conditionsOf(compiled));
  expect(index.testOf(screened)).toBe(index.testOf(screened));
  expect(index.readsOf(screened)).toBe(index.readsOf(screened));
});
