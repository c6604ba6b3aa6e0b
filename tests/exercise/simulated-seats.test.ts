/** Simulated desks on the pure core: their seats, what other desks know of them, and how a person takes over. */
import { describe, expect, it } from 'vitest';
import { control, desk } from '../../shared/access/audience.ts';
import { aClass, PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';

const withoutChildDesk = () => aClass(undefined, { p1: 'police' });

describe('a simulated desk', () => {
  it('has one seat that every desk sees is simulated, and a manner that only trainers know', () => {
    const play = withoutChildDesk();
    expect(play.trainer('simulate-desk', { role: 'child-protection', manner: 'overloaded' })).toBe('done');
    const police = play.view(desk('police'));
    expect(police.seats['sim-child-protection']).toMatchObject({ role: 'child-protection', simulated: true });
    expect(police.simulated).toEqual({});
    expect(play.view(desk('child-protection', 'sim-child-protection')).simulated).toEqual({});
    expect(play.view(control).simulated['sim-child-protection']).toMatchObject({
      role: 'child-protection',
      kind: 'by-the-book',
      manner: 'overloaded',
    });
  });

  it('has the manner that its author gave, until the trainer changes it', () => {
    const play = aClass(
      (scenario) => {
        Object.assign(scenario.roles['child-protection'] ?? {}, { simulated: { manner: 'helpful' } });
      },
      { p1: 'police' },
    );
    play.trainer('simulate-desk', { role: 'child-protection' });
    const before = play.world.simulated['sim-child-protection'];
    expect(before?.manner).toBe('helpful');
    expect(play.trainer('simulate-desk', { role: 'child-protection', manner: 'helpful' })).toBe('already-done');
    expect(play.trainer('simulate-desk', { role: 'child-protection', manner: 'rule-bound' })).toBe('done');
    expect(play.world.simulated['sim-child-protection']).toEqual({ ...before, manner: 'rule-bound' });
    expect(play.events('seat-taken').filter(({ simulated }) => simulated)).toHaveLength(1);
  });

  it('is not allowed at a desk that the author reserves for people', () => {
    const play = aClass(
      (scenario) => {
        Object.assign(scenario.roles['child-protection'] ?? {}, { simulated: { allowed: false } });
      },
      { p1: 'police' },
    );
    expect(play.trainer('simulate-desk', { role: 'child-protection' })).toBe('people-only');
  });

  it('does not take a seat from people', () => {
    const play = new PlayedClass(
      aScenario((scenario) => {
        Object.assign(scenario.roles['police'] ?? {}, { seats: '1' });
      }),
      { c1: 'child-protection' },
    );
    play.trainer('simulate-desk', { role: 'police' });
    expect(play.trainer('seat', { seat: 'p1', role: 'police' })).toBe('done');
    expect(play.trainer('seat', { seat: 'p2', role: 'police' })).toBe('no-seat-free');
    expect(play.trainer('simulate-desk', { role: 'police' })).toBe('done');
  });

  it('ends when a person takes the seat, who continues its place, its journey and its interviews', () => {
    const play = aClass(undefined, { c1: 'child-protection' });
    play.trainer('simulate-desk', { role: 'police' });
    const started = play.now;
    play.seat('sim-police').does('travel', { place: 'bus-park' });
    const due = play.world.seats['sim-police']?.busy?.due ?? 0;
    expect(due).toBeGreaterThan(started);
    play.passes('1m');
    expect(play.trainer('seat', { seat: 'p1', role: 'police' })).toBe('done');
    expect(play.world.seats['sim-police']?.freed).toBe(true);
    expect(play.world.seats['p1']?.busy).toEqual({ doing: 'travel', place: 'bus-park', due });
    expect(play.seat('sim-police').asks('travel', { place: 'bus-park' })).toBe('not-seated');
    play.passes('3h');
    expect(play.world.seats['p1']).toMatchObject({ at: 'bus-park' });
    expect(play.events('travel-ended').filter(({ place }) => place === 'bus-park')).toHaveLength(1);
  });

  it('passes its knowledge on: what the desk knew, the person knows', () => {
    const play = withoutChildDesk();
    play.trainer('simulate-desk', { role: 'child-protection' });
    const known = play.view(desk('child-protection', 'sim-child-protection'));
    play.trainer('seat', { seat: 'c1', role: 'child-protection' });
    const after = play.view(desk('child-protection', 'c1'));
    expect({ ...after, seats: {} }).toEqual({ ...known, seats: {} });
  });

  it('can be started again when the seat is empty', () => {
    const play = withoutChildDesk();
    play.trainer('simulate-desk', { role: 'child-protection' });
    play.trainer('seat', { seat: 'c1', role: 'child-protection' });
    play.trainer('free-seat', { seat: 'c1' });
    expect(play.trainer('simulate-desk', { role: 'child-protection' })).toBe('done');
    expect(play.world.seats['sim-child-protection']).toMatchObject({ simulated: true });
    expect(play.world.seats['sim-child-protection']?.freed).toBeUndefined();
  });
});
