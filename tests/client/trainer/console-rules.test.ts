import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../client/ui/trainer/class/coverage.ts';
import { consoleAction } from '../../../client/ui/trainer/console/keys.ts';
import { classPath, openPath, readTrainerRoute } from '../../../client/ui/trainer/shell/trainer-route.ts';
import type { JoinRole } from '../../../shared/protocol/api.ts';
import type { PublicSeat } from '../../../shared/protocol/messages.ts';

const role = (id: string, required: boolean): JoinRole => ({
  role: id,
  title: id,
  short: id,
  emblem: 'police',
  taken: 0,
  max: 3,
  required,
  simulated: false,
});
const seat = (id: string, desk: string, more: Partial<PublicSeat> = {}): PublicSeat => ({
  seat: id,
  role: desk,
  name: id,
  connected: true,
  briefRead: true,
  ready: true,
  simulated: false,
  ...more,
});

describe('coverageOf', () => {
  const roles = [role('police', true), role('service', true), role('labour', false)];
  const coverage = coverageOf(roles, [
    seat('a', 'police'),
    seat('b', 'police', { connected: false }),
    seat('c', '', { ready: false }),
  ]);
  it('distinguishes an empty required desk from one that may stay empty', () => {
    expect([coverage.empty, coverage.unused]).toEqual([['service'], ['labour']]);
  });
  it('lists people without a desk, away, or not ready', () => {
    expect([coverage.unseated, coverage.away, coverage.notReady].map((seats) => seats.map((s) => s.seat))).toEqual([
      ['c'],
      ['b'],
      ['c'],
    ]);
    expect([coverage.here, coverage.all]).toEqual([2, 3]);
  });
});

describe('consoleAction', () => {
  const press = (key: string, within = 'BODY') =>
    consoleAction({ key, within, ctrlKey: false, altKey: false, metaKey: false });
  it('accepts its keys in upper and lower case', () => {
    expect([press(' '), press('N'), press('/'), press('?'), press('x')]).toEqual([
      'pause',
      'next',
      'message',
      'keys',
      undefined,
    ]);
  });
  it('ignores keys while a person types or a dialog is open', () => {
    expect([press('n', 'TEXTAREA'), press('t', 'INPUT'), press('n', 'DIALOG')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  it('leaves Space to a focused button', () => {
    expect([press(' ', 'BUTTON'), press('n', 'BUTTON')]).toEqual([undefined, 'next']);
  });
  it('leaves browser shortcuts alone', () => {
    expect(consoleAction({ key: 'n', within: 'BODY', ctrlKey: true, altKey: false, metaKey: false })).toBeUndefined();
  });
});

describe('readTrainerRoute', () => {
  it('parses the paths that the app writes', () => {
    expect(readTrainerRoute(classPath('x1', 'report'))).toEqual({ page: 'class', exercise: 'x1', at: 'report' });
    expect(readTrainerRoute(classPath('x1'))).toEqual({ page: 'class', exercise: 'x1', at: undefined });
    expect(readTrainerRoute(openPath('trial-match'))).toEqual({ page: 'open', scenario: 'trial-match' });
  });
  it('maps any other path to home', () => {
    for (const path of ['/trainer', '/trainer/nowhere/x', '/wall/x'])
      expect(readTrainerRoute(path)).toEqual({ page: 'home' });
  });
});
