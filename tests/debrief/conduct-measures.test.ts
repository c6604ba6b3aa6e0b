/** The measures of interviews, of work together, of safety, of charges and of screening, after handmade logs. */
import { describe, expect, test } from 'vitest';
import type { LedgerLine } from '../../shared/debrief/debrief.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { MINUTE } from '../../shared/time.ts';
import { aClass } from '../support/a-class.ts';
import { happens, measuresAfter } from '../support/a-debrief.ts';

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

describe('an interview', () => {
  const plans = (seq: number, kind: 'account' | 'suspect', more: { interpreter?: string; support?: string } = {}) =>
    happens(seq, 'interview-planned', {
      by,
      interview: `talk-${seq}`,
      script: 'none',
      person: 'nyota',
      kind,
      place: 'bus-park',
      recorded: true,
      lead: 'p1',
      ...more,
    });
  const asks = (seq: number, interview = 1) =>
    happens(seq, 'question-asked', {
      by,
      interview: `talk-${interview}`,
      person: 'nyota',
      kind: 'account',
      question: 'it',
      questionType: 'open',
    });
  const interpreter = 'mrs-adan';
  const briefs = (seq: number) => happens(seq, 'interpreter-briefed', { by, interview: 'talk-1', interpreter });
  const vets = (seq: number, result: 'clear' | 'conflict') =>
    happens(seq, 'interpreter-vetted', { by, interview: 'talk-1', interpreter, result });
  const after = (...events: Event[]) => measuresAfter(play, 'interviewing', events);

  test.each<[string, number, Event[]]>([
    ['is ready, briefed and without ties', 1, [briefs(2), vets(3, 'clear')]],
    ['is not ready with ties', 0, [briefs(2), vets(3, 'conflict')]],
    ['is not ready without a briefing', 0, [vets(3, 'clear')]],
  ])('has an interpreter who %s', (_name, value, events) => {
    expect(after(plans(1, 'account', { interpreter }), ...events, asks(9))['interpreter-ready']).toMatchObject({
      value,
      of: 1,
    });
  });

  test('has support at hand, unless it is with a suspect', () => {
    const supported = plans(1, 'account', { support: 'sister-ruth' });
    expect(
      after(supported, plans(2, 'account'), plans(3, 'suspect'), ...[1, 2, 3].map((talk) => asks(9 + talk, talk)))[
        'support-at-hand'
      ],
    ).toMatchObject({
      value: 1,
      of: 2,
    });
  });

  test('that is long has a break', () => {
    const questions = Array.from({ length: 8 }, (_, index) => asks(index + 2));
    const rests = happens(30, 'break-taken', { by, interview: 'talk-1', person: 'nyota' });
    expect(after(plans(1, 'account'), ...questions)['breaks-in-long-talks']).toMatchObject({ value: 0, of: 1 });
    expect(after(plans(1, 'account'), ...questions, rests)['breaks-in-long-talks']).toMatchObject({ value: 1, of: 1 });
  });

  test('is one account of each person, and every further one is a repetition', () => {
    const begins = (seq: number, person: string) =>
      happens(seq, 'account-begun', {
        by,
        interview: `talk-${seq}`,
        person,
        kind: 'account',
        place: 'bus-park',
        recorded: true,
        posture: 'calm',
      });
    const measures = after(begins(1, 'nyota'), begins(2, 'juma'), begins(3, 'nyota'));
    expect(measures['accounts-repeated']).toEqual({ value: 1, evidence: [3] });
    expect(measures['one-account-each']).toEqual({ value: 1, of: 2, evidence: [2, 3] });
  });
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

describe('screening', () => {
  test('is due to everyone with a prepared screening who is no suspect', () => {
    const screens = happens(1, 'screened', {
      by,
      person: 'baba',
      place: 'station',
      alone: true,
      with: 'alone',
      outcome: 'witness',
      child: false,
    });
    expect(measuresAfter(play, 'detect-and-screen', [screens])['screened-alone']).toEqual({
      value: 1,
      of: 3,
      evidence: [1],
    });
  });

  test('finds no true indicator of a person that the case does not have', () => {
    const tags = happens(1, 'indicator-tagged', { by, person: 'stranger', indicator: 'no-papers' });
    expect(measuresAfter(play, 'detect-and-screen', [tags])['indicators-right']).toEqual({
      value: 0,
      of: 1,
      evidence: [1],
    });
  });
});

test('the address of a shelter leaks only by a share that was too much', () => {
  const line = (seq: number, verdict: LedgerLine['verdict']): LedgerLine => ({
    at: seq,
    seq,
    item: 'home-address',
    verdict,
    by,
    parts: ['all'],
    to: 'child-protection',
    why: [],
    basis: 'none',
    purpose: 'protection',
    channel: 'phone',
  });
  const ledger = [line(1, 'right'), line(2, 'over-shared')];
  const leaked = measuresAfter(play, 'consent-and-information', [], { ledger })['shelter-address-leaked'];
  expect(leaked).toEqual({ value: 1, evidence: [2] });
});
