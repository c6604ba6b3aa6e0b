/** What each kind of condition asks of an exercise: when it holds, when it does not, and at which moment it turns. */
import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../shared/exercise/condition-index.ts';
import { type Facts, prepareTest } from '../../shared/exercise/condition-tests.ts';
import type { Condition } from '../../shared/vocabulary/conditions.ts';
import { aScenario } from '../support/a-scenario.ts';

type World = Facts['world'];
const EMPTY: World = { now: 0, charts: {}, entered: {}, items: {}, people: {}, consents: {}, referrals: {} };

const conditions = conditionsOf(aScenario());
const holds = (condition: Condition, world: Partial<World>, happened: Facts['happened'] = {}) =>
  conditions.holds(condition, { world: { ...EMPTY, ...world }, happened });

const person = (facts: Partial<World['people'][string]>) => ({ consents: [], referrals: [], ...facts });
const nyota = (facts: Partial<World['people'][string]>) => ({ people: { nyota: person(facts) } });
const manifest = (facts: Partial<World['items'][string]>) => ({
  items: { manifest: { known: {}, custody: [], ...facts } },
});

describe('a condition on a person', () => {
  it('is false for a person the exercise does not have', () => {
    expect(holds({ person: 'nyota', at: 'station' }, {})).toBe(false);
    expect(holds({ person: 'nyota', status: 'suspect' }, { people: {} })).toBe(false);
  });

  it.each([
    ['trust', { 'at-least': 4 }, [3, 4, 5], [false, true, true]],
    ['trust', { 'at-most': 4 }, [3, 4, 5], [true, true, false]],
    ['trust', { 'at-least': 4, 'at-most': 4 }, [3, 4, 5], [false, true, false]],
    ['stress', { 'at-least': 4 }, [3, 4, 5], [false, true, true]],
    ['stress', { 'at-most': 4 }, [3, 4, 5], [true, true, false]],
  ] as const)('counts %s %o at both of its bounds', (head, bounds, values, answers) => {
    const other = head === 'trust' ? 'stress' : 'trust';
    const asked = values.map((value) =>
      holds({ person: 'nyota', [head]: bounds }, nyota({ mood: { trust: 0, stress: 0, [other]: 9, [head]: value } })),
    );
    expect(asked).toEqual(answers);
  });

  it('takes an unknown mood for no trust and no stress', () => {
    expect(holds({ person: 'nyota', stress: { 'at-most': 0 } }, nyota({}))).toBe(true);
    expect(holds({ person: 'nyota', trust: { 'at-least': 1 } }, nyota({}))).toBe(false);
  });

  it('holds for a referral if one step of one referral is in the state', () => {
    const referrals = { first: { steps: [{ state: 'assessed' }] }, second: { steps: [{ state: 'received' }] } };
    const wants: Condition = { person: 'nyota', referral: 'received' };
    expect(holds(wants, { ...nyota({ referrals: ['first', 'second'] }), referrals })).toBe(true);
    expect(holds(wants, { ...nyota({ referrals: ['first'] }), referrals })).toBe(false);
    expect(holds(wants, { ...nyota({ referrals: ['lost'] }), referrals })).toBe(false);
    expect(holds(wants, { ...nyota({}), referrals })).toBe(false);
  });

  it.each([
    ['given, of this kind', { kind: 'interview', state: 'given' }, true],
    ['refused', { kind: 'interview', state: 'refused' }, false],
    ['given for something else', { kind: 'data', state: 'given' }, false],
    ['withdrawn, for something else', { kind: 'data', state: 'withdrawn' }, false],
  ])('on consent answers for one that is %s', (_what, consent, answer) => {
    const consents = { asked: consent, other: { kind: 'service', state: 'asked' } };
    const about = nyota({ consents: ['asked', 'other'] });
    expect(holds({ person: 'nyota', consent: 'interview' }, { ...about, consents })).toBe(answer);
    expect(holds({ person: 'nyota', consent: 'interview' }, { ...nyota({ consents: ['lost'] }), consents })).toBe(
      false,
    );
  });

  it('asks for the status that desks hold the person to have', () => {
    expect(holds({ person: 'nyota', status: 'presumed-victim' }, nyota({ status: 'presumed-victim' }))).toBe(true);
    expect(holds({ person: 'nyota', status: 'presumed-victim' }, nyota({ status: 'suspect' }))).toBe(false);
  });

  it('with several questions holds only if each of them does', () => {
    const both: Condition = { person: 'nyota', at: 'station', trust: { 'at-least': 4 } };
    expect(holds(both, nyota({ place: 'station', mood: { trust: 4, stress: 0 } }))).toBe(true);
    expect(holds(both, nyota({ place: 'station', mood: { trust: 3, stress: 0 } }))).toBe(false);
    expect(holds(both, nyota({ place: 'bus-park', mood: { trust: 4, stress: 0 } }))).toBe(false);
  });
});

describe('a condition on an item', () => {
  it.each([
    ['found', { foundAt: 5 }, {}],
    ['taken', { custody: [{ what: 'taken' }] }, { custody: [{ what: 'seal' }] }],
    ['sealed', { custody: [{ what: 'taken' }, { what: 'seal' }] }, { custody: [{ what: 'taken' }] }],
    ['perished', { perished: true }, { perished: false }],
    ['analysed', { analysis: { done: true } }, { analysis: { done: false } }],
  ] as const)('tells whether it is %s', (is, yes, no) => {
    expect(holds({ item: 'manifest', is }, manifest(yes))).toBe(true);
    expect(holds({ item: 'manifest', is }, manifest(no))).toBe(false);
    expect(holds({ item: 'manifest', is }, manifest({}))).toBe(false);
    expect(holds({ item: 'manifest', is }, {})).toBe(false);
  });

  it('that a desk knows asks for that desk and that part', () => {
    const known = manifest({ known: { police: { parts: ['names'] } } });
    expect(holds({ role: 'police', knows: 'manifest' }, known)).toBe(true);
    expect(holds({ role: 'police', knows: 'manifest', part: 'names' }, known)).toBe(true);
    expect(holds({ role: 'police', knows: 'manifest', part: 'seats' }, known)).toBe(false);
    expect(holds({ role: 'hospital', knows: 'manifest' }, known)).toBe(false);
    expect(holds({ role: 'police', knows: 'tip' }, known)).toBe(false);
  });

  it('without a desk asks whether any desk knows it', () => {
    const known = manifest({ known: { police: { parts: ['names'] }, hospital: { parts: ['seats'] } } });
    expect(holds({ knows: 'manifest', part: 'seats' }, known)).toBe(true);
    expect(holds({ knows: 'manifest' }, manifest({}))).toBe(false);
  });
});

describe('a condition on the clock', () => {
  it.each([
    ['after', { after: 100 }, [false, true, true]],
    ['before', { before: 100 }, [true, false, false]],
    ['between', { after: 100, before: 101 }, [false, true, false]],
  ])('holds from its first moment on and no longer at its last: %s', (_what, clock, answers) => {
    expect([99, 100, 101].map((now) => holds({ clock }, { now }))).toEqual(answers);
  });
});

describe('a condition on a state', () => {
  it('holds while the state is active, or from its first entry on', () => {
    expect(holds({ in: 'case.screening' }, { charts: { case: 'screening' } })).toBe(true);
    expect(holds({ in: 'case.screening' }, { charts: { case: 'tip' } })).toBe(false);
    expect(holds({ reached: 'case.tip' }, { entered: { 'case.tip': 3 }, charts: { case: 'screening' } })).toBe(true);
    expect(holds({ reached: 'case.tip' }, { charts: { case: 'tip' } })).toBe(false);
  });

  it('that names a chart without a state never holds', () => {
    expect(holds({ in: 'case' }, { charts: { case: 'screening' } })).toBe(false);
  });
});

describe('a condition of conditions', () => {
  const there: Condition = { reached: 'there' };
  const here: Condition = { reached: 'here' };
  const away: Condition = { reached: 'away' };

  it.each([
    ['all', { all: [here, there, away] }, [false, false, false, true]],
    ['any', { any: [here, there, away] }, [false, true, true, true]],
    ['two of three', { of: [here, there, away], 'at-least': 2 }, [false, false, true, true]],
    ['not', { not: here }, [true, false, false, false]],
  ])('%s counts the parts that hold', (_what, condition, answers) => {
    const worlds: World['entered'][] = [{}, { here: 1 }, { here: 1, there: 1 }, { here: 1, there: 1, away: 1 }];
    expect(worlds.map((entered) => holds(condition, { entered }))).toEqual(answers);
  });

  it('asks no further part once the others have decided the answer', () => {
    const asks = (condition: Condition, answer: boolean) => {
      let asked = 0;
      const test = prepareTest(condition, {
        testOf: () => () => {
          asked += 1;
          return answer;
        },
        happenings: () => [],
      });
      test({ world: EMPTY, happened: {} });
      return asked;
    };
    expect(asks({ all: [here, there, away] }, false)).toBe(1);
    expect(asks({ any: [here, there, away] }, true)).toBe(1);
    expect(asks({ of: [here, there, away], 'at-least': 2 }, true)).toBe(2);
    expect(asks({ of: [here, there, away], 'at-least': 2 }, false)).toBe(2);
    expect(asks({ all: [here, there, away] }, true)).toBe(3);
  });

  it('that asks nothing never holds', () => {
    expect(holds({}, { entered: { here: 1 } })).toBe(false);
    expect(holds({ person: 'nyota' }, nyota({ place: 'station' }))).toBe(false);
  });
});
