import { describe, expect, it } from 'vitest';
import { deadlinesOf, doingAt, quietMinutes, standingOf } from '../../../client/ui/trainer/console/desks/desk-facts.ts';
import { emptyWorld } from '../../../shared/exercise/world.ts';
import type { PersonState, Referral, Request, World } from '../../../shared/exercise/world.ts';
import { HOUR, MINUTE } from '../../../shared/time.ts';

const world = (more: Partial<World> = {}): World => ({ ...emptyWorld(), now: 10 * HOUR, ...more });
const person = (more: Partial<PersonState> = {}): PersonState => ({
  known: {},
  indicators: {},
  screenings: [],
  referrals: [],
  consents: [],
  ...more,
});
const referral = (state: Referral['state']): Referral => ({
  person: 'nyota',
  by: 'service',
  needs: [],
  state,
  steps: [],
});
const request = (more: Partial<Request> = {}): Request => ({
  by: 'service',
  to: 'police',
  kind: 'records',
  basis: 'none',
  at: 0,
  due: 11 * HOUR,
  answers: [],
  ...more,
});

describe('doingAt', () => {
  it('lists two people on the same journey once', () => {
    const busy = { doing: 'travel' as const, place: 'bus-park', due: 11 * HOUR };
    const seats = { a: { role: 'police', busy }, b: { role: 'police', busy }, c: { role: 'labour', busy } };
    expect(doingAt(world({ seats }), 'police')).toEqual([{ doing: 'travel', place: 'bus-park' }]);
  });
});

describe('deadlinesOf', () => {
  it('lists what the desk owes, nearest first, and nothing that is done', () => {
    const state = world({
      duties: {
        a: { duty: 'guardian', person: 'nyota', role: 'police', due: 10.5 * HOUR, state: 'open' },
        b: { duty: 'guardian', person: 'omar', role: 'police', due: 10.2 * HOUR, state: 'met' },
      },
      requests: {
        r1: request(),
        r2: request({ answers: [{ at: 1, by: 'police', outcome: 'answered', parts: [] }] }),
        r3: request({ to: 'labour' }),
      },
      injects: { radio: { to: ['everyone'], firedAt: 1, due: 10.1 * HOUR } },
    });
    expect(deadlinesOf(state, 'police', new Map([['radio', ['police']]])).map((d) => [d.what, d.id])).toEqual([
      ['inject', 'radio'],
      ['duty', 'guardian'],
      ['request', 'r1'],
    ]);
  });
  it('lists an accepted request as still owed', () => {
    const requests = { r1: request({ answers: [{ at: 1, by: 'police', outcome: 'accepted', parts: [] }] }) };
    expect(deadlinesOf(world({ requests }), 'police', new Map())).toHaveLength(1);
  });
});

describe('quietMinutes', () => {
  it('counts real minutes at the present pace, from the start at the earliest', () => {
    expect(quietMinutes(10 * HOUR, 9 * HOUR, 10 * HOUR + 54 * MINUTE, 6)).toBe(9);
    expect(quietMinutes(undefined, 9 * HOUR, 9 * HOUR + 12 * MINUTE, 6)).toBe(2);
    expect(quietMinutes(11 * HOUR, 9 * HOUR, 10 * HOUR, 6)).toBe(0);
  });
});

describe('standingOf', () => {
  it.each([
    ['unseen', person()],
    ['known', person({ known: { police: { named: false, at: 0 } } })],
    ['identified', person({ status: 'presumed-victim' })],
    ['detained', person({ status: 'presumed-victim', custody: 'detained' })],
    ['refused', person({ referrals: ['r'] }), referral('refused')],
    ['received', person({ referrals: ['r'] }), referral('feedback')],
  ] as const)('%s', (standing, state, last?: Referral) => {
    expect(standingOf(world({ people: { nyota: state }, referrals: last ? { r: last } : {} }), 'nyota')).toBe(standing);
  });
});
