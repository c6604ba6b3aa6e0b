/** Who sits where: taking, moving and freeing seats, and handing desks to a simulation and back. */
import { describe, expect, it } from 'vitest';
import { lead } from '../../shared/access/actor.ts';
import { decide, start } from '../../shared/exercise/exercise.ts';
import { PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';

const lobby = (seats: Record<string, string> = {}) => new PlayedClass(aScenario(), seats);
const running = (seats: Record<string, string>) => {
  const play = lobby(seats);
  play.trainer('start-exercise', {});
  return play;
};
const seat = (play: PlayedClass, id: string, role: string) => play.trainer('seat', { seat: id, role });
const arrivals = (play: PlayedClass) => play.events('travel-ended').map(({ seat: id, place }) => [id, place]);

describe('a seat', () => {
  it('is refused at a desk that there is not, and where a simulation sits', () => {
    const play = lobby();
    expect(seat(play, 'p1', 'unknown')).toBe('unknown-id');
    play.trainer('simulate-desk', { role: 'police' });
    expect(seat(play, 'sim-police', 'child-protection')).toBe('unknown-id');
  });

  it('that is taken already at that desk stays so, even if the desk is full', () => {
    const play = lobby({ c1: 'child-protection', c2: 'child-protection' });
    expect(seat(play, 'c1', 'child-protection')).toBe('already-done');
    expect(seat(play, 'c3', 'child-protection')).toBe('no-seat-free');
    expect(play.events('seat-moved')).toEqual([]);
    expect(play.events('seat-taken')).toHaveLength(2);
  });

  it('that was freed is taken anew, at the same desk or another', () => {
    const play = lobby({ p1: 'police', p2: 'police' });
    for (const id of ['p1', 'p2']) play.trainer('free-seat', { seat: id });
    expect(seat(play, 'p1', 'police')).toBe('done');
    expect(seat(play, 'p2', 'child-protection')).toBe('done');
    expect(play.events('seat-moved')).toEqual([]);
    expect(play.events('seat-taken').map(({ seat: id, role }) => [id, role])).toEqual([
      ['p1', 'police'],
      ['p2', 'police'],
      ['p1', 'police'],
      ['p2', 'child-protection'],
    ]);
  });

  it('is freed once, and everyone learns its desk', () => {
    const play = lobby({ p1: 'police' });
    expect(play.trainer('free-seat', { seat: 'p1' })).toBe('done');
    expect(play.trainer('free-seat', { seat: 'p1' })).toBe('unknown-id');
    expect(play.trainer('free-seat', { seat: 'unknown' })).toBe('unknown-id');
    expect(play.events('seat-freed')).toMatchObject([{ seat: 'p1', role: 'police', audience: ['all'] }]);
  });

  it('is placed at StartEx unless it was freed, or at once while the exercise is under way', () => {
    const play = lobby({ p1: 'police', p2: 'police' });
    play.trainer('free-seat', { seat: 'p2' });
    play.trainer('simulate-desk', { role: 'child-protection' });
    expect(arrivals(play)).toEqual([]);
    play.trainer('start-exercise', {});
    expect(arrivals(play)).toEqual([
      ['p1', 'station'],
      ['sim-child-protection', 'children-home'],
    ]);
    play.trainer('pause', {});
    seat(play, 'p3', 'police');
    expect(arrivals(play).slice(2)).toEqual([['p3', 'station']]);
    play.trainer('end-exercise', {});
    seat(play, 'p4', 'police');
    expect(arrivals(play).slice(3)).toEqual([]);
  });

  it('that is moved to another desk on a journey or in a search leaves it', () => {
    const play = running({ p1: 'police', p2: 'police' });
    play.seat('p1').does('travel', { place: 'bus-park' });
    play.seat('p2').does('search', {});
    seat(play, 'p1', 'child-protection');
    seat(play, 'p2', 'child-protection');
    play.passes('30m');
    expect(play.world.seats['p1']).toEqual({ role: 'child-protection', at: 'children-home' });
    expect(arrivals(play).filter(([, place]) => place === 'bus-park')).toEqual([]);
    expect(play.events('search-ended')).toEqual([]);
  });
});

describe('a desk handed to a simulation', () => {
  it('must be one of this exercise, and the exercise must not have ended', () => {
    const play = running({ p1: 'police' });
    expect(play.trainer('simulate-desk', { role: 'unknown' })).toBe('unknown-id');
    play.trainer('end-exercise', {});
    expect(play.trainer('simulate-desk', { role: 'child-protection' })).toBe('ended');
    const compiled = aScenario();
    const { exercise } = start(compiled, { seed: 1, roles: ['police'] });
    const asks = (type: 'simulate-desk' | 'seat') =>
      decide(compiled, exercise, {
        from: lead,
        at: 0,
        body: type === 'seat' ? { type, seat: 'c1', role: 'child-protection' } : { type, role: 'child-protection' },
      });
    for (const type of ['simulate-desk', 'seat'] as const)
      expect(asks(type)).toMatchObject({ rejection: { code: 'unknown-id' } });
  });

  it('has a whole number of its own as seed', () => {
    const play = lobby();
    for (const role of ['police', 'child-protection']) play.trainer('simulate-desk', { role });
    const [one = 0, other = 0] = play.events('desk-simulated').map(({ seed }) => seed);
    expect([Number.isInteger(one), one > 1000, one === other]).toEqual([true, true, false]);
  });

  it('changes its kind alone, or its manner alone', () => {
    const play = lobby();
    const change = (fields: { kind?: 'careless'; manner?: 'helpful' }) =>
      play.trainer('simulate-desk', { role: 'police', ...fields });
    change({});
    const before = play.world.simulated['sim-police'];
    expect(change({})).toBe('already-done');
    expect(change({ kind: 'careless' })).toBe('done');
    expect(play.world.simulated['sim-police']).toEqual({ ...before, kind: 'careless' });
    expect(change({ manner: 'helpful' })).toBe('done');
    expect(play.world.simulated['sim-police']).toEqual({ ...before, kind: 'careless', manner: 'helpful' });
    expect(change({ kind: 'careless', manner: 'helpful' })).toBe('already-done');
  });

  it('opens nothing before StartEx', () => {
    const play = lobby();
    play.trainer('simulate-desk', { role: 'police' });
    expect(play.events('operation-opened')).toEqual([]);
    play.trainer('start-exercise', {});
    expect(play.events('operation-opened')).toHaveLength(1);
  });
});

describe('a person who takes over a simulated desk', () => {
  const simulated = () => {
    const play = running({ c1: 'child-protection' });
    play.trainer('simulate-desk', { role: 'police' });
    return play;
  };

  it('ends its journey: from where it began, at its time', () => {
    const play = simulated();
    const sim = play.seat('sim-police');
    sim.does('travel', { place: 'bus-park' });
    play.passes('20m');
    sim.does('travel', { place: 'children-home' });
    const due = play.world.seats['sim-police']?.busy?.due;
    seat(play, 'p1', 'police');
    expect(play.events('travel-started').at(-1)).toMatchObject({
      seat: 'p1',
      from: 'bus-park',
      place: 'children-home',
      due,
    });
    play.passes('30m');
    expect(arrivals(play).at(-1)).toEqual(['p1', 'children-home']);
  });

  it('ends its search, and finds what there is', () => {
    const play = simulated();
    play.seat('sim-police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.seat('sim-police').does('search', {});
    play.passes('3m');
    seat(play, 'p1', 'police');
    expect(play.world.seats['p1']).toMatchObject({ at: 'bus-park', busy: { doing: 'search', place: 'bus-park' } });
    play.passes('7m');
    expect(play.events('search-ended')).toMatchObject([{ seat: 'p1', parts: ['bus-manifest', 'coach-phone'] }]);
  });

  it('starts with free hands where it did nothing', () => {
    const play = simulated();
    seat(play, 'p1', 'police');
    expect(play.world.seats['p1']).toEqual({ role: 'police', at: 'station' });
  });

  it('leaves the interview of a person of its desk to that person', () => {
    const play = running({ p1: 'police' });
    const plan = (id: string) => {
      play.seat(id).does('travel', { place: 'bus-park' });
      play.passes('20m');
      play.seat(id).does('plan-interview', { person: 'coach', kind: 'suspect', place: 'bus-park', recorded: true });
    };
    plan('p1');
    play.trainer('simulate-desk', { role: 'police' });
    plan('sim-police');
    seat(play, 'p2', 'police');
    expect(Object.values(play.world.interviews).map(({ lead: who }) => who)).toEqual(['p1', 'p2']);
  });

  it('leads the open interviews that it led, and no other', () => {
    const play = simulated();
    seat(play, 'c2', 'child-protection');
    const plan = (id: string, times: number, person: string) => {
      for (let count = 0; count < times; count += 1)
        play.seat(id).does('plan-interview', { person, kind: 'account', place: 'station', recorded: true });
    };
    play.seat('sim-police').does('travel', { place: 'bus-park' });
    play.seat('c1').does('travel', { place: 'bus-park' });
    play.passes('30m');
    plan('sim-police', 3, 'nyota');
    plan('c1', 1, 'nyota');
    play.seat('sim-police').does('close-interview', { interview: 'police-interview-1', steps: [] });
    seat(play, 'p1', 'police');
    expect(play.events('lead-passed')).toMatchObject([
      { interview: 'police-interview-2', to: 'p1', seat: 'sim-police', by: 'police', audience: ['role:police'] },
      { interview: 'police-interview-3', to: 'p1' },
    ]);
    expect(Object.values(play.world.interviews).map(({ lead: who }) => who)).toEqual(['sim-police', 'p1', 'p1', 'c1']);
  });
});
