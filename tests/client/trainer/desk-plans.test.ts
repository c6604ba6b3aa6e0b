import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../client/ui/trainer/class/coverage.ts';
import {
  choicesFor,
  couldBeSimulated,
  type PlannedRole,
  plansFor,
  proposalFor,
  settingsOf,
} from '../../../client/ui/trainer/set-up/desk-plans.ts';
import type { PublicSeat } from '../../../shared/protocol/messages.ts';

const role = (id: string, more: Partial<PlannedRole> = {}): PlannedRole => ({
  role: id,
  title: id,
  short: id,
  emblem: 'police',
  taken: 0,
  min: 1,
  max: 3,
  required: true,
  simulated: false,
  mayBeSimulated: true,
  manner: 'rule-bound',
  ...more,
});
const roles = [
  role('police', { mayBeSimulated: false }),
  role('service', { manner: 'overloaded' }),
  role('labour', { required: false }),
];

describe('the plan of the desks', () => {
  it('starts with people at every desk, and offers what the author allows', () => {
    expect(Object.values(plansFor(roles)).every(({ by }) => by === 'people')).toBe(true);
    expect(roles.map(choicesFor)).toEqual([['people'], ['people', 'simulated'], ['people', 'simulated', 'left-out']]);
  });

  it('seats people only at desks for people', () => {
    const plans = { ...plansFor(roles), service: { by: 'simulated' as const, manner: 'helpful' as const } };
    expect(proposalFor(roles, plans, 2)).toMatchObject({ seats: { police: 1, labour: 1 }, short: 0 });
  });

  it('offers to simulate the desks that lack people, never one that is for people only', () => {
    const plans = plansFor(roles);
    const proposal = proposalFor(roles, plans, 1);
    expect(proposal.short).toBe(1);
    expect(couldBeSimulated(roles, plans, proposal).map(({ role: id }) => id)).toEqual(['service', 'labour']);
  });

  it('becomes the settings of the exercise: a desk is left out or simulated, never both', () => {
    const plans = {
      ...plansFor(roles),
      service: { by: 'simulated' as const, manner: 'helpful' as const },
      labour: { by: 'left-out' as const, manner: 'rule-bound' as const },
    };
    expect(settingsOf(plans, proposalFor(roles, plans, 1))).toEqual({
      without: ['labour'],
      simulated: [{ role: 'service', manner: 'helpful' }],
    });
  });
});

describe('the count of present people', () => {
  const seat = (id: string, desk: string, simulated = false): PublicSeat => ({
    seat: id,
    role: desk,
    name: simulated ? '' : id,
    connected: true,
    briefRead: true,
    ready: true,
    simulated,
  });

  it('counts people only: a simulated desk is neither empty nor a person', () => {
    const coverage = coverageOf(roles, [seat('s1', 'police'), seat('sim-service', 'service', true)]);
    expect(coverage).toMatchObject({ here: 1, all: 1, empty: [], unused: ['labour'], simulated: ['service'] });
    expect(coverage.desks.find(({ role: id }) => id === 'service')).toMatchObject({ seats: [], simulated: true });
  });
});
