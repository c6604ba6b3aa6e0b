/** The measures of help and of exhibits, after handmade logs. */
import { describe, expect, test } from 'vitest';
import type { PersonPath } from '../../shared/debrief/debrief.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { aClass } from '../support/a-class.ts';
import { happens, measuresAfter } from '../support/a-debrief.ts';

const by = 'police';
const play = aClass();

describe('an offer', () => {
  const offer = (seq: number, person: string, conditional = false, service = 'men-house') =>
    happens(seq, 'service-offered', { by, referral: person, person, service, conditional, state: 'offered' });
  const refuses = (seq: number, person: string, service = 'men-house') =>
    happens(seq, 'offer-refused', { by, referral: person, person, service, answer: 0, state: 'refused' });
  const path = (person: string, more: Partial<PersonPath> = {}): PersonPath => ({
    person,
    presumedVictim: true,
    interviews: 0,
    askedTheSame: 0,
    ...more,
  });
  const after = (events: Event[], ...paths: PersonPath[]) =>
    measuresAfter(play, 'protection-and-referral', events, { paths });

  test('is owed to presumed victims only, and cites the first one to that person', () => {
    const helped = (...paths: PersonPath[]) =>
      after([offer(1, 'coach'), offer(2, 'nyota'), offer(3, 'nyota')], ...paths);
    const wrong = path('coach', { presumedVictim: false, offeredAt: 1 });
    expect(helped(path('nyota', { offeredAt: 2 }), path('juma'), path('amani'), wrong)['offered-help']).toEqual({
      value: 1,
      of: 3,
      evidence: [2],
    });
  });

  test('that was accepted meets the needs that its service meets', () => {
    const [referral, person, service] = ['nyota', 'nyota', 'children-home'];
    const accepts = happens(2, 'offer-accepted', { by, referral, person, service, answer: 0, state: 'accepted' });
    expect(after([offer(1, person, false, service), accepts])['needs-met']).toEqual({ value: 2, of: 3, evidence: [2] });
    expect(after([offer(1, person, false, service)])['needs-met']).toBeUndefined();
  });

  test('with a condition is counted, one without is not', () => {
    expect(after([offer(1, 'juma'), offer(2, 'nyota', true)])['offers-with-conditions']).toEqual({
      value: 1,
      evidence: [2],
    });
  });

  test('has the time since the person was identified, if there was one', () => {
    const identified = path('juma', { identifiedAt: 0, offeredAt: 60_000 });
    expect(after([offer(1, 'juma')], identified)['identified-to-offer']).toEqual({ value: 1, evidence: [1] });
    expect(after([offer(1, 'juma')], path('juma', { offeredAt: 60_000 }))['identified-to-offer']).toBeUndefined();
  });

  test.each<[string, number, Event[]]>([
    ['ends by choice if it had no condition', 1, [offer(1, 'juma'), refuses(2, 'juma')]],
    ['does not, if it had one', 0, [offer(1, 'juma', true), refuses(2, 'juma')]],
    ['does not, if a later one had none', 0, [offer(1, 'juma', true), refuses(2, 'juma'), offer(3, 'juma')]],
    ['does not, if one to another person had none', 0, [offer(1, 'juma', true), offer(2, 'nyota'), refuses(3, 'juma')]],
  ])('%s', (_name, value, events) => {
    const settled = after(events, path('juma', { offeredAt: 60_000 }))['received-or-chose'];
    expect(settled).toEqual({ value, of: 1, evidence: [events.find(({ type }) => type === 'offer-refused')?.seq] });
  });

  test('ends by choice although another person refused one with a condition before', () => {
    const events = [offer(1, 'nyota', true), refuses(2, 'nyota'), offer(3, 'juma'), refuses(4, 'juma')];
    expect(after(events, path('juma', { offeredAt: 1 }))['received-or-chose']).toEqual({
      value: 1,
      of: 1,
      evidence: [4],
    });
  });

  test('that a person refused cites the refusal, not that another person was received', () => {
    const arrived = happens(3, 'received', {
      by,
      referral: 'nyota',
      person: 'nyota',
      service: 'children-home',
      state: 'received',
    });
    const events = [offer(1, 'juma'), refuses(2, 'juma'), arrived];
    expect(after(events, path('juma', { offeredAt: 1 }))['received-or-chose']?.evidence).toEqual([2]);
  });

  test.each<[string, number[], Event[]]>([
    ['of the same service is one again', [3], [offer(1, 'juma'), refuses(2, 'juma'), offer(3, 'juma')]],
    ['is not one again before the refusal', [], [offer(1, 'juma'), refuses(2, 'juma')]],
    [
      'of another service is not one again',
      [],
      [offer(1, 'juma'), refuses(2, 'juma'), offer(3, 'juma', false, 'other')],
    ],
    ['to another person is not one again', [], [offer(1, 'juma'), refuses(2, 'juma'), offer(3, 'nyota')]],
  ])('%s', (_name, seqs, events) => {
    expect(after(events)['offered-again-after-refusal']).toEqual({ value: seqs.length, evidence: seqs });
  });
});

test('duties of different desks and people are counted one by one', () => {
  const [mine, other, third] = [
    { duty: 'tell-guardian', person: 'nyota', role: 'police' },
    { duty: 'tell-guardian', person: 'juma', role: 'police' },
    { duty: 'tell-guardian', person: 'nyota', role: 'child-protection' },
  ];
  const start = [mine, other, third].map((duty, index) =>
    happens(index + 1, 'duty-started', { by: 'story', ...duty, due: 99 }),
  );
  const ends = [happens(4, 'duty-met', { by, ...mine }), happens(5, 'duty-missed', other)];
  expect(measuresAfter(play, 'protection-and-referral', [...start, ...ends])['duties-in-time']).toEqual({
    value: 1,
    of: 2,
    evidence: [4, 5],
  });
});

test('a duty that is still open is neither in time nor missed', () => {
  const duty = { duty: 'tell-guardian', person: 'nyota', role: 'police' };
  const open = happens(1, 'duty-started', { by: 'story', ...duty, due: 99 });
  const duties = (...events: Event[]) => measuresAfter(play, 'protection-and-referral', events)['duties-in-time'];
  expect(duties(open)).toBeUndefined();
  expect(duties(open, happens(2, 'duty-met', { by, ...duty }))).toEqual({ value: 1, of: 1, evidence: [2] });
  expect(duties(open, happens(3, 'duty-missed', duty))).toEqual({ value: 0, of: 1, evidence: [3] });
});

describe('an exhibit', () => {
  const PHONE = 'coach-phone';
  const takes = (seq: number, item = PHONE) =>
    happens(seq, 'item-taken', { by, item, place: 'bus-park', basis: 'court-order' });
  const handles = (seq: number, how: 'browse' | 'seal', item = PHONE) =>
    happens(seq, 'item-handled', { by, item, how });
  const goes = (seq: number) => happens(seq, 'item-handed-over', { by, item: PHONE, to: 'phone-company' });
  const after = (...events: Event[]) => measuresAfter(play, 'evidence-and-money', events);

  test.each<[string, number, Event[]]>([
    ['is complete if it was sealed', 1, [takes(1), handles(2, 'seal')]],
    ['is complete if it was sealed before it was taken', 1, [handles(1, 'seal'), takes(2)]],
    ['is complete if it was sealed before it went away', 1, [takes(1), handles(2, 'seal'), goes(3)]],
    ['is not, if it was never sealed', 0, [takes(1)]],
    ['is not, if it went away before', 0, [takes(1), goes(2), handles(3, 'seal')]],
    ['is not, if it went away before it was taken', 0, [goes(1), takes(2), handles(3, 'seal')]],
    ['is not, if it was browsed', 0, [takes(1), handles(2, 'seal'), handles(3, 'browse')]],
    ['is not, if it was browsed before it was taken', 0, [handles(1, 'browse'), takes(2), handles(3, 'seal')]],
  ])('%s', (_name, value, events) => {
    expect(after(...events)['custody-complete']).toMatchObject({ value, of: 1 });
  });

  test('may be taken on any basis where the case asks for none', () => {
    expect(after(takes(1, 'phone-contacts'))['taken-with-authority']).toEqual({ value: 1, of: 1, evidence: [1] });
  });

  test('is browsed only if it is a device', () => {
    const events = [handles(1, 'seal'), handles(2, 'browse'), handles(3, 'browse', 'phone-contacts')];
    expect(after(...events)['devices-browsed']).toEqual({ value: 1, evidence: [2] });
  });

  test('is lost if it perished and was not taken', () => {
    const perishes = (seq: number, item: string) => happens(seq, 'item-perished', { item });
    const events = [
      takes(1, 'number-owner'),
      perishes(2, 'number-owner'),
      perishes(3, 'phone-contacts'),
      perishes(4, 'tip'),
    ];
    expect(after(...events)['evidence-lost']).toEqual({ value: 1, evidence: [3] });
  });
});
