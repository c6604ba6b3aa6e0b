/** What an outside body answers: which of its holdings fits a request, on which legal basis, and what follows. */
import { describe, expect, it } from 'vitest';
import { holdingFor } from '../../shared/exercise/decide/outside-answers.ts';
import { Stage } from '../../shared/exercise/stage.ts';
import type { Request } from '../../shared/exercise/world.ts';
import type { Condition } from '../../shared/vocabulary/conditions.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import type { Change, ScenarioDraft } from '../support/a-scenario.ts';

type HoldingDraft = ScenarioDraft['holdings'][string];

const body = 'phone-company';
const kind = 'phone-records';
const asked: Request = { kind, by: 'police', to: body, basis: 'court-order', answers: [], at: 0 };

const holding = (fields: Partial<HoldingDraft>): HoldingDraft => ({
  body,
  kind,
  bases: ['court-order'],
  says: 'Attached.',
  yields: ['number-owner'],
  ...fields,
});
const holds =
  (holdings: Record<string, Partial<HoldingDraft>>): Change =>
  (draft) => {
    draft.holdings = Object.fromEntries(Object.entries(holdings).map(([id, fields]) => [id, holding(fields)]));
  };

describe('a holding fits a request', () => {
  it.each<[string, Partial<HoldingDraft>, Partial<Request>, Partial<Request>]>([
    ['about its item', { item: 'phone-contacts' }, { item: 'phone-contacts' }, { item: 'tip' }],
    ['about its person', { person: 'coach' }, { person: 'coach' }, { person: 'juma' }],
    ['about its place', { place: 'bus-park' }, { place: 'bus-park' }, { place: 'station' }],
    [
      'about its item and its person',
      { item: 'tip', person: 'coach' },
      { item: 'tip', person: 'coach' },
      { item: 'tip', person: 'juma' },
    ],
    [
      'about its person and its place',
      { person: 'coach', place: 'bus-park' },
      { person: 'coach', place: 'bus-park' },
      { person: 'juma', place: 'bus-park' },
    ],
    ['about its item, and about nothing', { item: 'tip' }, { item: 'tip', person: 'coach', place: 'station' }, {}],
  ])('%s', (_what, fields, fitting, other) => {
    const play = aClass(holds({ record: fields }));
    const stage = new Stage(play.compiled, play.exercise, play.now);
    expect(holdingFor(stage, { ...asked, ...fitting })?.[0]).toBe('record');
    expect(holdingFor(stage, { ...asked, ...other })).toBeUndefined();
  });

  it('about anything, if the holding names nothing', () => {
    const play = aClass(holds({ record: {} }));
    const stage = new Stage(play.compiled, play.exercise, play.now);
    for (const about of [{}, { item: 'tip' }, { person: 'coach' }, { place: 'station' }])
      expect(holdingFor(stage, { ...asked, ...about })?.[0]).toBe('record');
    expect(holdingFor(stage, { ...asked, kind: 'case-question' })).toBeUndefined();
  });

  it('only while its condition holds', () => {
    const screened = { happened: 'screened', person: 'nyota' };
    const fits = (when: Condition) => {
      const play = aClass(holds({ record: { when } }));
      return holdingFor(new Stage(play.compiled, play.exercise, play.now), asked) !== undefined;
    };
    expect(fits(screened)).toBe(false);
    expect(fits({ not: screened })).toBe(true);
  });

  it('on its legal basis rather than on another, else the first one stands', () => {
    const play = aClass(holds({ first: { bases: ['duty-by-law'] }, second: { bases: ['court-order'] } }));
    const stage = new Stage(play.compiled, play.exercise, play.now);
    const found = (basis: Request['basis']) => holdingFor(stage, { ...asked, basis })?.[0];
    expect([found('court-order'), found('duty-by-law'), found('none')]).toEqual(['second', 'first', 'first']);
  });
});

describe('the answer', () => {
  /** The police ask about the tip and wait for the answer. */
  function answered(basis: Request['basis'], fields: Partial<HoldingDraft>): PlayedClass {
    const play = aClass(holds({ record: { does: [{ move: 'juma', to: 'station' }], ...fields } }));
    play.desk('police').does('make-request', { kind, to: body, basis, item: 'tip' });
    play.passes('1h');
    return play;
  }
  const answerOf = (play: PlayedClass) => {
    const [answer] = play.events('request-answered');
    return { outcome: answer?.outcome, parts: answer?.parts, holding: answer?.holding };
  };

  it('on a right basis comes with the items of the holding and its effects', () => {
    const play = answered('court-order', {});
    expect(answerOf(play)).toEqual({ outcome: 'answered', parts: ['number-owner'], holding: 'record' });
    expect(play.knows('police', 'number-owner')).toBe(true);
    expect(play.world.people['juma']?.place).toBe('station');
  });

  it.each([
    ['on a wrong basis is a refusal', 'none', {}, 'refused'],
    ['where nothing is held says so', 'court-order', { item: 'phone-contacts' }, 'nothing-held'],
  ] as const)('%s, gives nothing and changes nothing', (_what, basis, fields, outcome) => {
    const play = answered(basis, fields);
    expect(answerOf(play)).toEqual({ outcome, parts: [], holding: undefined });
    expect(play.knows('police', 'number-owner')).toBe(false);
    expect(play.world.people['juma']?.place).toBe('bus-park');
  });
});
