/** How a person was asked: each fact counts its own events, and no others. Each number is a minute. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/exercise/events.ts';
import type { Change } from '../support/a-scenario.ts';
import {
  account,
  asked,
  but,
  consented,
  factsOf,
  guardian,
  NYOTA,
  plannedBeside,
  screened,
  speaksForeign,
} from '../support/a-life.ts';

const JUMA = { person: 'juma' };
const foreignHelper: Change = (draft, law) => {
  speaksForeign(draft, law);
  const helper = draft.helpers['mrs-adan'];
  if (helper) helper.languages = ['taravian'];
};
const inGroup = (seq: number): Event => screened(seq, { alone: false, with: 'in-group' });
const withEscort = (seq: number): Event => screened(seq, { alone: false, with: 'with-escort' });
const first = (seq: number, interpreter?: string): Event =>
  account(seq, { kind: 'first-questions', ...(interpreter !== undefined && { interpreter }) });

describe('a fact counts its own events and no others', () => {
  const screenings = [screened(1), inGroup(2), withEscort(3), screened(4, { interpreter: 'bus-clerk' })];
  const talk = [asked(1, 'open'), asked(2, 'blaming'), asked(3, 'promise'), asked(4, 'leading')];
  const consents = [
    consented(1, true),
    consented(2, false),
    but(consented(3, true), { interpreter: 'bus-clerk' }),
    but(consented(4, true), JUMA),
  ];
  test.each<[fact: string, events: Event[], evidence: number[]]>([
    ['asked-alone', screenings, [1]],
    ['asked-in-group', screenings, [2]],
    ['asked-with-escort', screenings, [3]],
    ['asked-through-conflict', [...screenings, account(5)], [4]],
    ['asked-through-conflict', consents, [3]],
    ['asked-with-blame', talk, [2]],
    ['asked-with-promise', talk, [3]],
    ['consent-explained', consents, [1]],
    ['consent-unexplained', consents, [2]],
    ['account-without-guardian', [account(1), guardian(2), account(3)], [1]],
  ])('%s of %#', (fact, events, evidence) => {
    expect(factsOf(events).get(fact)).toEqual([{ times: evidence.length }, evidence]);
  });
});

describe('the voice of a person', () => {
  test('is not free through a helper that the case does not have', () => {
    expect(factsOf([screened(3, { interpreter: 'gone' })]).get('asked-through-conflict')).toEqual([{ times: 1 }, [3]]);
  });

  test('is foreign with an interpreter for another language', () => {
    const facts = factsOf([screened(3, { interpreter: 'mrs-adan' })], { change: foreignHelper });
    expect(facts.get('asked-without-interpreter')).toEqual([{ times: 1 }, [3]]);
    expect(facts.has('asked-alone')).toBe(false);
  });

  test('is the own one of a person who needs no interpreter, also beside a helper of another language', () => {
    const facts = factsOf([but(screened(3, { interpreter: 'mrs-adan' }), JUMA)], { person: 'juma' });
    expect(facts.get('asked-alone')).toEqual([{ times: 1 }, [3]]);
    expect(facts.has('asked-without-interpreter')).toBe(false);
  });
});

describe('an account', () => {
  test('is told once, also after first questions', () => {
    expect(factsOf([first(1), account(5)]).get('told-once')).toEqual([{}, [5]]);
    expect(factsOf([first(1)]).has('told-once')).toBe(false);
  });

  test.each(['blaming', 'promise', 'leading'] as const)('is not told well with a question that is %s', (kind) => {
    expect(factsOf([account(5), asked(6, kind)]).has('told-once')).toBe(false);
  });

  test('is not told well if one of its talks went through a helper with ties to the case', () => {
    expect(factsOf([first(1, 'bus-clerk'), account(5)]).has('told-once')).toBe(false);
  });

  test('of a child is guarded by a guardian without ties to the case who sits there', () => {
    expect(factsOf([plannedBeside(4, 'officer-pili'), account(5)]).has('account-without-guardian')).toBe(false);
    const one = [{ times: 1 }, [5]];
    expect(factsOf([plannedBeside(4), account(5)]).get('account-without-guardian')).toEqual(one);
    expect(factsOf([plannedBeside(4, 'gone'), account(5)]).get('account-without-guardian')).toEqual(one);
    const tied: Change = ({ helpers: { 'officer-pili': pili } }) => {
      if (pili) pili.vetting.result = 'conflict';
    };
    const beside = [plannedBeside(4, 'officer-pili'), account(5)];
    expect(factsOf(beside, { change: tied }).get('account-without-guardian')).toEqual(one);
  });

  test('of an adult needs no guardian', () => {
    expect(factsOf([but(account(5), JUMA)], { person: 'juma' }).has('account-without-guardian')).toBe(false);
  });
});

test('nothing that happened to others is a fact of this person', () => {
  const others = [inGroup(1), account(2), asked(3, 'blaming'), consented(4, false)].map((event) => but(event, JUMA));
  expect([...factsOf(others).keys()]).toEqual(['never-met']);
  expect([...factsOf(others, JUMA).keys()].toSorted()).toEqual(
    ['asked-in-group', 'asked-with-blame', 'consent-unexplained', 'waited-in-vain'].toSorted(),
  );
  expect([...factsOf(others.map((event) => but(event, NYOTA))).keys()]).toContain('asked-in-group');
});
