/** Duties of the law: who owes them and since when, what meets them, and when they are missed. */
import { describe, expect, it } from 'vitest';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';

const GUARDIAN = 'guardian-for-child';

/** A law whose duty to find a guardian is changed, with another duty beside it. */
const aLawWith = (duty: object, others: object = {}): CompiledScenario =>
  aScenario((_draft, law) => {
    Object.assign(law.duties?.[GUARDIAN] ?? {}, duty);
    Object.assign(law.duties ?? {}, others);
  });
const both = () => ({ who: ['constabulary', 'childrens-office'] });
const statusForAll = () => ({
  title: 'A status for everyone',
  ...both(),
  starts: { happened: 'screened' },
  within: '2h',
  met: ['status-set'],
  source: 'Section 13',
});
const OWED_BY_BOTH = aLawWith(both());
const FOR_WITNESSES = aLawWith({ ...both(), starts: { happened: 'screened', child: true, outcome: 'witness' } });
const MET_IN_TWO_WAYS = aLawWith({ ...both(), met: ['status-set', 'guardian-notified'] });
const TWO_DUTIES = aLawWith({ ...both(), met: ['risk-assessed'] }, { 'status-for-all': statusForAll() });
const REPEATS = aLawWith({ ...both(), repeats: true, met: ['risk-assessed'] });
const TELL_ANOTHER = aLawWith({ ...both(), repeats: true, met: ['person-known'] });

/** A class with police at the bus park, who have met everyone there. */
function atBusPark(compiled = OWED_BY_BOTH): PlayedClass {
  const play = new PlayedClass(compiled, { p1: 'police', c1: 'child-protection' });
  play.trainer('start-exercise', {});
  play.desk('police').does('travel', { place: 'bus-park' });
  play.passes('20m');
  return play;
}
const screens = (play: PlayedClass, person = 'nyota', child = true) =>
  play.desk('police').does('screen', { person, with: 'alone', outcome: 'presumed-victim', child });
const assesses = (play: PlayedClass) =>
  play.desk('police').does('assess-risk', { person: 'nyota', level: 'high', family: false });
/** The child officers come to the bus park, and meet everyone there. */
function childOfficersCome(play: PlayedClass) {
  play.desk('child-protection').does('travel', { place: 'bus-park' });
  play.passes('30m');
}
const started = (play: PlayedClass) =>
  play.events('duty-started').map(({ duty, person, role, due, at }) => [duty, person, role, (due - at) / 60_000]);
const missed = (play: PlayedClass) =>
  play.events('duty-missed').map(({ duty, person, role, at }) => [duty, person, role, at]);
const met = (play: PlayedClass) => play.events('duty-met').map(({ duty, person, role }) => [duty, person, role]);

describe('a duty', () => {
  it('starts for the desks that owe it and know the person, and for others when they learn of the person', () => {
    const play = atBusPark();
    screens(play);
    expect(started(play)).toEqual([[GUARDIAN, 'nyota', 'police', 60]]);
    childOfficersCome(play);
    expect(started(play)).toEqual([
      [GUARDIAN, 'nyota', 'police', 60],
      [GUARDIAN, 'nyota', 'child-protection', 60],
    ]);
  });

  it.each([
    ['a person who is no child', 'nyota', false],
    ['a child, but of another person', 'juma', true],
  ])('starts for no desk where it is about children and the screening was of %s', (_what, person, child) => {
    const play = atBusPark();
    screens(play, person, child);
    childOfficersCome(play);
    expect(started(play).filter(([, owed]) => owed === 'nyota')).toEqual([]);
    expect(started(play)).toHaveLength(child ? 2 : 0);
  });

  it('starts only where every field that the law names is as the law says', () => {
    const play = atBusPark(FOR_WITNESSES);
    screens(play);
    expect(started(play)).toEqual([]);
  });

  it('starts for no desk if it was done before, for that person, in one of its ways', () => {
    const play = atBusPark(MET_IN_TWO_WAYS);
    play.desk('police').does('notify-guardian', { person: 'nyota' });
    screens(play, 'juma');
    screens(play);
    expect(started(play)).toEqual([[GUARDIAN, 'juma', 'police', 60]]);
  });

  it('that is open, met or missed does not start again', () => {
    const play = atBusPark();
    screens(play);
    play.passes('10m');
    screens(play);
    play.passes('50m');
    expect(missed(play)).toHaveLength(1);
    screens(play);
    play.desk('police').does('notify-guardian', { person: 'nyota' });
    screens(play);
    expect(started(play)).toHaveLength(1);
  });

  it('is met once, by its own event for its own person', () => {
    const play = atBusPark(TWO_DUTIES);
    screens(play);
    screens(play, 'juma');
    expect(started(play)).toHaveLength(4);
    assesses(play);
    assesses(play);
    expect(met(play)).toEqual([[GUARDIAN, 'nyota', 'police']]);
    play.passes('3h');
    expect(missed(play).map(([duty, person]) => [duty, person])).toEqual([
      [GUARDIAN, 'juma'],
      ['status-for-all', 'juma'],
      ['status-for-all', 'nyota'],
    ]);
  });

  it('is missed by each desk at its own time, and can still be met later', () => {
    const play = atBusPark();
    const first = play.now;
    screens(play);
    childOfficersCome(play);
    const second = play.now;
    play.passes('30m');
    expect(missed(play)).toEqual([[GUARDIAN, 'nyota', 'police', first + 3_600_000]]);
    play.passes('30m');
    expect(missed(play)).toEqual([
      [GUARDIAN, 'nyota', 'police', first + 3_600_000],
      [GUARDIAN, 'nyota', 'child-protection', second + 3_600_000],
    ]);
    play.desk('police').does('notify-guardian', { person: 'nyota' });
    expect(met(play)).toHaveLength(2);
  });

  it('that one desk has met is not missed when the time of another comes', () => {
    const play = atBusPark();
    screens(play);
    play.desk('police').does('notify-guardian', { person: 'nyota' });
    screens(play, 'juma');
    play.passes('2h');
    expect(missed(play).map(([, person]) => person)).toEqual(['juma']);
  });
});

describe('a duty that repeats', () => {
  it('starts again after it was met or missed, but not while it is open', () => {
    const play = atBusPark(REPEATS);
    assesses(play);
    screens(play);
    const due = play.now + 3_600_000;
    play.passes('10m');
    screens(play);
    expect(play.world.duties[`${GUARDIAN}:nyota:police`]).toMatchObject({ state: 'open', due });
    expect(started(play)).toHaveLength(1);
    assesses(play);
    screens(play);
    expect(started(play)).toHaveLength(2);
    play.passes('1h');
    screens(play);
    expect([started(play).length, missed(play).length]).toEqual([3, 1]);
  });

  it('that is met by telling another desk stays met when that desk learns of the person', () => {
    const play = atBusPark(TELL_ANOTHER);
    screens(play);
    childOfficersCome(play);
    expect(met(play)).toEqual([[GUARDIAN, 'nyota', 'police']]);
    expect(started(play)).toHaveLength(1);
  });
});
