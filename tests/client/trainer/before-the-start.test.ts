/** What the trainer is told before the start. */
import { expect, it } from 'vitest';
import { checklistOf, coverageOf } from '../../../client/ui/trainer/class/coverage.ts';
import { aScenario } from '../../support/a-scenario.ts';
import { rolesOf } from '../screens/support/fake-trainer.tsx';

const roles = rolesOf(aScenario());
const [first] = roles.map(({ role }) => role);

const seat = (id: string, more: { connected?: boolean; ready?: boolean; simulated?: boolean; role?: string } = {}) => ({
  seat: id,
  role: first ?? '',
  name: 'Calm Heron',
  connected: true,
  briefRead: more.ready ?? false,
  ready: false,
  simulated: false,
  ...more,
});

/** The good news of the list, and its gaps. */
const says = (...roster: ReturnType<typeof seat>[]): string[] =>
  checklistOf(coverageOf(roles, roster)).map(({ count, good, missing }) => (count === 0 ? good : missing));

it('says nothing good about people while no one has joined', () => {
  expect(says()).toEqual(['lobby.empty', 'lobby.noOne']);
});

it('says that everybody is ready exactly if there are people, all are here and all are ready', () => {
  expect(says(seat('a', { ready: true }))).toContain('lobby.allReady');
  expect(says(seat('a', { ready: true }), seat('b'))).toContain('lobby.notReady');
  const away = says(seat('a', { ready: true }), seat('b', { connected: false }));
  expect(away).toContain('lobby.away');
  expect(away).not.toContain('lobby.allReady');
});

it('a class of simulated desks only needs no one to join', () => {
  const simulated = roles.map(({ role }) => seat(role, { role, simulated: true }));
  expect(says(...simulated)).toEqual(['lobby.covered']);
});
