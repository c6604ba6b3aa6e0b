import { describe, expect, test } from 'vitest';
import {
  answerCard,
  findAbsent,
  kindsFor,
  itemsToShow,
  peopleRows,
  questionCard,
  questionGroups,
  sessionNumber,
  stageOf,
  timesAsked,
  typeCounts,
} from '../../../client/ui/trainee/interview/selectors.ts';
import { interview, item, person, world } from './worlds.ts';

const turn = (question: string, questionType: 'open' | 'leading' = 'open') => ({
  at: 1,
  question,
  questionType,
  answer: 2,
});

describe('the number of interviews of a person', () => {
  test('counts interviews that began, not planned or cancelled ones', () => {
    const planned = world({
      interviews: { a: interview(), b: interview({ state: 'engaged' }), c: interview({ state: 'closed' }) },
    });
    expect(timesAsked(planned, 'nyota')).toBe(0);
    const begun = world({
      interviews: {
        a: interview({ state: 'account' }),
        b: interview({ state: 'closed', turns: [turn('a.b.c')] }),
        c: interview({ person: 'x', state: 'break' }),
      },
    });
    expect(timesAsked(begun, 'nyota')).toBe(2);
  });

  test('a session is numbered among those that began before it', () => {
    const three = world({
      interviews: {
        a: interview({ state: 'closed', startedAt: 1, turns: [turn('a.b.c')] }),
        b: interview({ state: 'planned', startedAt: 2 }),
        c: interview({ state: 'account', startedAt: 3 }),
      },
    });
    expect(['a', 'b', 'c', 'none'].map((id) => sessionNumber(three, id))).toEqual([1, 2, 2, 0]);
  });
});

describe('the people that a desk can interview', () => {
  const base = world({
    people: { nyota: person(['police']), coach: person(['police']), hidden: person(['prosecutor']) },
    interviews: {
      old: interview({ state: 'closed', startedAt: 1, turns: [turn('a.b.c')] }),
      now: interview({ person: 'coach', state: 'engaged', startedAt: 2 }),
      theirs: interview({ person: 'nyota', by: 'child-protection', state: 'account', startedAt: 3 }),
    },
  });

  test('are people the desk knows, its own open interviews first', () => {
    expect(peopleRows(base, 'police').map((row) => row.person)).toEqual(['coach', 'nyota']);
    expect(peopleRows(base, 'police')[0]?.open).toBe('now');
  });

  test('another desk’s interview cannot be continued, but counts as an earlier one', () => {
    expect(peopleRows(base, 'police')[1]).toEqual({
      person: 'nyota',
      asked: 2,
      open: undefined,
      past: ['theirs', 'old'],
    });
  });

  test('the kinds of interview follow the powers of the desk', () => {
    expect(kindsFor((power) => power === 'interview-victim')).toEqual(['first-questions', 'account']);
    expect(kindsFor((power) => power === 'interview-suspect')).toEqual(['suspect']);
    expect(kindsFor(() => false)).toEqual([]);
  });
});

describe('the questions of an interview', () => {
  const session = interview({
    turns: [turn('journey.start'), turn('journey.start'), turn('uncle.is-he', 'leading')],
    suggested: [{ question: 'safety.now', seat: 's2' }],
  });

  test('are grouped by type with open ones first, and count how often they were asked', () => {
    const groups = questionGroups(session, [
      { question: 'uncle.is-he', type: 'leading' },
      { question: 'safety.now', type: 'care' },
      { question: 'journey.start', type: 'open' },
    ]);
    expect(groups).toEqual([
      { type: 'open', questions: [{ question: 'journey.start', asked: 2, suggestedBy: [] }] },
      { type: 'care', questions: [{ question: 'safety.now', asked: 0, suggestedBy: ['s2'] }] },
      { type: 'leading', questions: [{ question: 'uncle.is-he', asked: 1, suggestedBy: [] }] },
    ]);
  });

  test('are counted by type for the summary', () => {
    expect(typeCounts(session)).toEqual([
      { type: 'open', count: 2 },
      { type: 'leading', count: 1 },
    ]);
  });

  test('have, like their answers, the card ids of the server', () => {
    expect(questionCard('nyota-first.journey.start')).toBe('question:nyota-first.journey.start');
    expect(answerCard(turn('nyota-first.journey.start'))).toBe('answer:nyota-first.journey.start.2');
    expect(answerCard({ at: 1, question: 'journey.start', questionType: 'open' })).toBeUndefined();
  });
});

test('a break belongs to the account', () => {
  expect(stageOf(interview({ state: 'break' }))).toBe('account');
});

test('the items to show are those the desk knows, newest first, with shown ones marked', () => {
  const base = world({ items: { list: item('police', 1), ledger: item('police', 5), secret: item('prosecutor', 9) } });
  expect(itemsToShow(base, 'police', interview({ shown: ['list'] }))).toEqual([
    { item: 'ledger', shown: false },
    { item: 'list', shown: true },
  ]);
});

describe('the people missing at the place of the interview', () => {
  const at = (me: string | undefined, nyota: string | undefined, busy = false) =>
    findAbsent(
      world({
        seats: {
          s1: { role: 'police', at: me, busy: busy ? { doing: 'search', place: 'station', due: 9 } : undefined },
        },
        people: { nyota: person(['police'], { place: nyota }) },
      }),
      interview({ place: 'station' }),
      's1',
    );

  test('are none if both are there and the seat is free', () => {
    expect(at('station', 'station')).toBeUndefined();
  });

  test('are the seat, the person, or both; an unknown place is reported as unknown', () => {
    expect(at('bus-park', 'station')).toEqual({ me: { at: 'bus-park', busy: false }, person: undefined });
    expect(at('station', 'station', true)).toEqual({ me: { at: 'station', busy: true }, person: undefined });
    expect(at('station', undefined)).toEqual({ me: undefined, person: { at: undefined } });
    expect(at(undefined, 'bus-park')).toEqual({ me: { at: undefined, busy: false }, person: { at: 'bus-park' } });
  });
});
