/** The measures of operations, of returns and of work with outside bodies, after handmade logs. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/exercise/events.ts';
import { aClass } from '../support/a-class.ts';
import { aLedgerLine, happens, measuresAfter } from '../support/a-debrief.ts';

const by = 'police';
const VISIT = 'flat-visit';
const OTHER = 'other-visit';

/** Two operations; the first needs two beds and a language that the children’s home speaks. */
const play = aClass((draft) => {
  const visit = draft.operations[VISIT];
  const home = draft.services['children-home'];
  if (!visit || !home) throw new Error('the small case has an operation and a home');
  draft.operations[OTHER] = { ...structuredClone(visit), title: 'Another visit' };
  Object.assign(visit, { beds: 2, languages: ['luwendan', 'taravian'] });
  draft.services['way-home'] = { ...structuredClone(home), name: 'Way home', meets: ['safe-return'], languages: [] };
  draft.items['plan'] = { kind: 'document', title: 'The plan', text: 'At six.', tags: ['op-plan'] };
});

describe('an operation', () => {
  const launch = happens(10, 'operation-launched', { by, operation: VISIT, place: 'coach-flat' });
  const stands = (seq: number, operation = VISIT, service = 'children-home') =>
    happens(seq, 'standby-confirmed', { by, operation, service });
  const room = (seq: number, to: number, service = 'children-home') =>
    happens(seq, 'room-changed', { service, room: to });
  const after = (...events: Event[]) =>
    measuresAfter(
      play,
      'plan-and-operate',
      [...events, launch].toSorted((a, b) => a.seq - b.seq),
    );

  test.each<[string, number, number, Event[]]>([
    ['is ready if a service stood by for it before its launch', 1, 7, [stands(7)]],
    ['is not ready if the service stood by afterwards', 0, 10, [stands(12)]],
    ['is not ready if the service stood by for another one', 0, 10, [stands(7, OTHER)]],
  ])('%s', (_name, value, line, events) => {
    expect(after(...events)['standby-before-entry']).toEqual({ value, of: 1, evidence: [line] });
  });

  test.each<[string, number, Event[]]>([
    ['has its beds if the services had room for all', 1, [stands(7), room(8, 2)]],
    ['has not, if they had less room from the start', 0, [stands(7)]],
    ['has not, if the last bed was taken before', 0, [stands(7), room(8, 2), room(9, 0)]],
    ['has not, if the room came after the launch', 0, [stands(7), room(11, 2)]],
    ['has not, if only another service had room', 0, [stands(7), room(8, 2, 'men-house')]],
    ['has not, if the room stood by for another one', 0, [stands(7, OTHER), room(8, 2)]],
    ['has not, if the service stood by afterwards', 0, [room(8, 2), stands(12)]],
    ['adds the rooms of its services', 1, [stands(6), stands(7, VISIT, 'men-house')]],
  ])('%s', (_name, value, events) => {
    expect(after(...events)['beds-ready']).toEqual({ value, of: 1, evidence: [10] });
  });

  test('has the languages of the services that stood by for it', () => {
    expect(after(stands(7))['languages-ready']).toMatchObject({ value: 1, of: 2 });
    expect(after(stands(7, OTHER))['languages-ready']).toMatchObject({ value: 0, of: 2 });
  });

  test('has only the sections that were written into its own plan', () => {
    const opened = [VISIT, OTHER].map((operation, index) => happens(index + 1, 'operation-opened', { operation }));
    const written = happens(3, 'plan-section-set', { by, operation: OTHER, section: 'protection', text: 'words-1' });
    expect(after(...opened, written)['plan-sections-written']).toEqual({ value: 1, of: 4, evidence: [3] });
  });

  test('leaks by each share of a plan that was too much', () => {
    const ledger = [
      aLedgerLine(1, 'plan', 'right'),
      aLedgerLine(2, 'home-address', 'over-shared'),
      aLedgerLine(3, 'plan', 'over-shared'),
    ];
    expect(measuresAfter(play, 'plan-and-operate', [], { ledger })['plan-leaked']).toEqual({ value: 1, evidence: [3] });
  });
});

test('a request outside of a kind that the law does not have rests on no basis', () => {
  const asks = happens(1, 'request-made', {
    by,
    request: 'it',
    kind: 'old-kind',
    to: 'phone-company',
    basis: 'court-order',
  });
  const measures = measuresAfter(play, 'cross-border-and-continuity', [asks]);
  expect(measures['outside-requests-with-basis']).toEqual({ value: 0, of: 1, evidence: [1] });
});

describe('a return', () => {
  const [referral, person, service] = ['ref-1', 'nyota', 'way-home'];
  const assessed = happens(1, 'needs-assessed', { by, referral, person, needs: [], state: 'needs-assessed' });
  const agreed = happens(2, 'referral-consented', { by, referral, person, consent: 'c-1', state: 'consented' });
  const risk = (seq: number, of = person) =>
    happens(seq, 'risk-assessed', { by, person: of, level: 'high', family: true });
  const starts = (to = service) =>
    happens(5, 'transport-started', {
      by,
      referral,
      person,
      service: to,
      with: 'social-worker',
      due: 9,
      state: 'transported',
    });

  test.each<[string, number, Event[]]>([
    ['is by choice after consent and an assessment of the risk', 1, [assessed, agreed, risk(3), starts()]],
    ['is not, without consent', 0, [assessed, risk(3), starts()]],
    ['is not, without an assessment', 0, [assessed, agreed, starts()]],
    ['is not, if the risk was assessed afterwards', 0, [assessed, agreed, starts(), risk(7)]],
    ['is not, if the risk of another person was assessed', 0, [assessed, agreed, risk(3, 'juma'), starts()]],
    ['is by choice although others were assessed too', 1, [assessed, agreed, risk(3), risk(4, 'juma'), starts()]],
  ])('%s', (_name, value, events) => {
    const measures = measuresAfter(play, 'cross-border-and-continuity', events);
    expect(measures['returns-by-choice']).toEqual({ value, of: 1, evidence: [5] });
    expect(measures['returns-not-chosen']).toEqual({ value: 1 - value, evidence: value === 1 ? [] : [5] });
  });

  test('is no transport to another service', () => {
    const measures = measuresAfter(play, 'cross-border-and-continuity', [assessed, agreed, starts('children-home')]);
    expect(measures['returns-by-choice']).toBeUndefined();
  });

  test('is handed on if its referral is closed', () => {
    const arrived = happens(6, 'received', { by, referral, person, service, state: 'received' });
    const closed = happens(7, 'referral-closed', { by, referral, person, state: 'closed' });
    const handedOn = (...events: Event[]) =>
      measuresAfter(play, 'cross-border-and-continuity', events)['help-handed-on'];
    expect(handedOn(assessed, arrived)).toEqual({ value: 0, of: 1, evidence: [6] });
    expect(handedOn(assessed, arrived, closed)).toEqual({ value: 1, of: 1, evidence: [6] });
  });
});
