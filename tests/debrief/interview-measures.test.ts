/** The measures of interviews, after handmade logs. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/exercise/events.ts';
import type { QuestionType } from '../../shared/vocabulary/enums.ts';
import { aClass } from '../support/a-class.ts';
import { happens, measuresAfter } from '../support/a-debrief.ts';

const by = 'police';
const play = aClass();

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
  const asks = (seq: number, interview = 1, questionType: QuestionType = 'open') =>
    happens(seq, 'question-asked', {
      by,
      interview: `talk-${interview}`,
      person: 'nyota',
      kind: 'account',
      question: 'it',
      questionType,
    });
  const begins = (seq: number, person: string, more: { kind?: 'account' | 'witness'; interview?: string } = {}) =>
    happens(seq, 'account-begun', {
      by,
      interview: `talk-${seq}`,
      person,
      kind: 'account',
      place: 'bus-park',
      recorded: true,
      posture: 'calm',
      ...more,
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

  test('needs a ready interpreter only where one helps', () => {
    const talks = after(
      plans(1, 'account', { interpreter }),
      briefs(2),
      vets(3, 'clear'),
      plans(4, 'account'),
      asks(5),
      asks(6, 4),
    );
    expect(talks['interpreter-ready']).toMatchObject({ value: 1, of: 1 });
  });

  test('counts from its first question, and is cited by its beginning', () => {
    const planned = [plans(1, 'account'), plans(2, 'account')];
    const begun = [begins(3, 'nyota', { interview: 'talk-2' }), begins(4, 'nyota', { interview: 'talk-1' })];
    const measures = after(...planned, ...begun, asks(5));
    expect(measures['closed-with-care']).toEqual({ value: 0, of: 1, evidence: [4] });
    expect(measures['interviews-held']).toEqual({ value: 2, evidence: [3, 4] });
  });

  test('is open by its open and probing questions, among all those about facts', () => {
    const kinds: QuestionType[] = ['open', 'probing', 'closed', 'leading', 'blaming', 'promise', 'care'];
    const measures = after(plans(1, 'account'), ...kinds.map((kind, index) => asks(index + 2, 1, kind)));
    expect(measures['open-questions']).toEqual({ value: 2, of: 5, evidence: [2, 3, 4, 5, 6] });
    expect(measures['harmful-questions']).toEqual({ value: 3, evidence: [5, 6, 7] });
  });

  test('that is long has a break, and one that is short needs none', () => {
    const questions = Array.from({ length: 8 }, (_, index) => asks(index + 2));
    const rests = happens(30, 'break-taken', { by, interview: 'talk-1', person: 'nyota' });
    expect(after(plans(1, 'account'), ...questions)['breaks-in-long-talks']).toMatchObject({ value: 0, of: 1 });
    expect(after(plans(1, 'account'), ...questions, rests)['breaks-in-long-talks']).toMatchObject({ value: 1, of: 1 });
    expect(after(plans(1, 'account'), ...questions.slice(1))['breaks-in-long-talks']).toBeUndefined();
  });

  test('is one account of each person, and every further one is a repetition', () => {
    const measures = after(
      begins(1, 'nyota'),
      begins(2, 'juma'),
      begins(3, 'nyota'),
      begins(4, 'coach', { kind: 'witness' }),
    );
    expect(measures['accounts-repeated']).toEqual({ value: 1, evidence: [3] });
    expect(measures['one-account-each']).toEqual({ value: 1, of: 2, evidence: [2, 3] });
  });
});
