/** The measures of work together, of safety, of charges and of shares, after handmade logs. */
import { describe, expect, test } from 'vitest';
import type { LedgerLine } from '../../shared/debrief/debrief.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { MINUTE } from '../../shared/time.ts';
import { goalOf, MEASURES } from '../../shared/debrief/measures/ids.ts';
import { aClass } from '../support/a-class.ts';
import { aLedgerLine, happens, measuresAfter } from '../support/a-debrief.ts';

const by = 'police';

/** With a witness who is neither presumed victim nor charged, and a file with two parts that a desk needs. */
const play = aClass(({ people, items, charges }) => {
  people['baba'] = {
    name: 'Baba',
    appears: 'An old man',
    sex: 'male',
    status: 'witness',
    age: { real: 60 },
    language: 'taravian',
    at: 'station',
    screening: { says: 'I saw the bus.' },
  };
  const part = (title: string) => ({ title, text: 'It.' });
  const parts = { one: part('One'), other: part('Other') };
  items['file'] = { kind: 'document', title: 'A file', parts, 'needed-by': ['child-protection'] };
  if (charges['juma']) charges['juma'].acceptable = ['papers-offence'];
});

describe('work together', () => {
  const after = (...events: Event[]) => measuresAfter(play, 'coordination', events);
  const conference = 'meeting';

  test('hears only the desks that spoke', () => {
    const called = happens(1, 'conference-called', { by, conference, with: ['child-protection'], agenda: [] });
    const says = happens(2, 'statement-made', { by, conference, text: 'words-1' });
    expect(after(called, says)['desks-heard-in-conference']).toEqual({ value: 1, of: 2, evidence: [2] });
  });

  test.each([
    [9, 1],
    [10, 1],
    [11, 0],
  ])('finishes at minute %i an action that is due at minute 10: %i', (minute, value) => {
    const decided = happens(1, 'action-decided', { by, conference, action: 'it', to: by, due: 10 * MINUTE });
    const done = happens(minute, 'action-done', { by, action: 'it' });
    expect(after(decided, done)['actions-done-in-time']).toEqual({ value, of: 1, evidence: [minute] });
  });

  test('brings a key fact where it is needed only with all its parts', () => {
    const learns = (seq: number, parts: string[]) =>
      happens(seq, 'item-learned', { role: 'child-protection', item: 'file', parts, how: 'share', by });
    const [none, half, whole] = [[], [learns(1, ['one'])], [learns(1, ['one', 'other'])]].map(
      (events) => after(...events)['key-facts-where-needed'],
    );
    expect([half?.value, half?.of]).toEqual([none?.value, (none?.of ?? 0) + 1]);
    expect([whole?.value, whole?.of]).toEqual([(none?.value ?? 0) + 1, (none?.of ?? 0) + 1]);
  });

  test.each([
    [30, undefined],
    [31, { value: 0, of: 1, evidence: [1] }],
  ])('at minute %i owes an answer to a request of minute 1: %o', (minute, answered) => {
    const asks = happens(1, 'request-made', {
      by,
      request: 'it',
      kind: 'case-question',
      to: 'child-protection',
      basis: 'agreed-protocol',
    });
    expect(
      after(asks, happens(minute, 'risk-triggered', { person: 'juma', signal: 'it' }))['requests-answered'],
    ).toEqual(answered);
  });
});

test.each([
  [61, 1],
  [62, 0],
])('a risk of minute 1 that is looked at again at minute %i is looked at in time: %i', (minute, value) => {
  const triggered = happens(1, 'risk-triggered', { person: 'nyota', signal: 'it' });
  const again = happens(minute, 'risk-assessed', { by, person: 'nyota', level: 'high', family: true });
  expect(measuresAfter(play, 'safety-first', [triggered, again])['risk-looked-at-again']).toEqual({
    value,
    of: 1,
    evidence: [minute],
  });
});

describe('a charge', () => {
  const files = (seq: number, person: string, offence: string) =>
    happens(seq, 'charge-filed', {
      by,
      charge: 'it',
      person,
      offence,
      nonPunishment: 'not-checked',
      remedies: [],
      child: false,
    });
  const after = (...events: Event[]) => measuresAfter(play, 'law-and-charging', events);

  test('needs a look at non-punishment only for victims and for people of the charging table', () => {
    const checked = after(
      files(1, 'baba', 'trafficking'),
      files(2, 'coach', 'trafficking'),
      files(3, 'nyota', 'trafficking'),
    );
    expect(checked['non-punishment-checked']).toEqual({ value: 0, of: 2, evidence: [2, 3] });
  });

  test('that fits a victim penalises no victim', () => {
    const filed = after(files(1, 'juma', 'papers-offence'), files(2, 'juma', 'trafficking'));
    expect(filed['victims-charged']).toEqual({ value: 1, evidence: [2] });
  });
});

describe('a share in the ledger', () => {
  const after = (...ledger: LedgerLine[]) => measuresAfter(play, 'consent-and-information', [], { ledger });

  test('of the address of a shelter leaks it only if it was too much', () => {
    const leaked = after(aLedgerLine(1, 'home-address', 'right'), aLedgerLine(2, 'home-address', 'over-shared'));
    expect(leaked['shelter-address-leaked']).toEqual({ value: 1, evidence: [2] });
  });

  test('counts under its own verdict', () => {
    const counted = after(
      aLedgerLine(1, 'home-address', 'over-shared'),
      aLedgerLine(2, 'home-address', 'no-basis'),
      aLedgerLine(3, 'home-address', 'wrong-channel'),
      aLedgerLine(4, 'home-address', 'right'),
    );
    expect(counted['over-shared']?.evidence).toEqual([1]);
    expect(counted['shared-without-basis']?.evidence).toEqual([2]);
    expect(counted['sensitive-in-group-chat']?.evidence).toEqual([3]);
  });

  test('of what is not personal is no share of personal data', () => {
    const shared = after(aLedgerLine(1, 'home-address', 'right'), aLedgerLine(2, 'coach-phone', 'right'));
    expect(shared['personal-data-rightly-shared']).toEqual({ value: 1, of: 1, evidence: [1] });
  });
});

test('the case moves people too; only moves by a desk count as acts before which the risk is assessed', () => {
  const moves = (...movers: string[]) =>
    movers.map((mover, index) => happens(index + 1, 'person-moved', { by: mover, person: 'nyota', place: 'station' }));
  expect(measuresAfter(play, 'safety-first', moves('story'))['risk-before-acting']).toBeUndefined();
  expect(measuresAfter(play, 'safety-first', moves('story', 'police'))['risk-before-acting']).toMatchObject({
    value: 0,
    of: 1,
    evidence: [2],
  });
});

test('only an act on a person who is owed protection needs a risk that was assessed before', () => {
  const moved = ['coach', 'nyota'].map((person, index) =>
    happens(index + 1, 'person-moved', { by: 'police', person, place: 'station' }),
  );
  expect(measuresAfter(play, 'safety-first', moved)['risk-before-acting']).toMatchObject({ of: 1, evidence: [2] });
});

test('a measure has its goal, and one that an earlier version stored is there to be talked about', () => {
  expect([goalOf('risk-before-acting'), goalOf('not-a-measure-any-more'), goalOf('toString')]).toEqual([
    MEASURES['risk-before-acting'],
    'talk',
    'talk',
  ]);
});
