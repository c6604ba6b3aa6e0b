import { describe, expect, it } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { textRefsOf } from '../../shared/cards/text-refs.ts';
import { parseCaseTime } from '../../shared/time.ts';
import { aClass, PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';

describe('the lifecycle of an exercise', () => {
  it('desk commands are rejected before StartEx, while paused, and after EndEx', () => {
    const play = new PlayedClass(aScenario(), { p1: 'police' });
    expect(play.desk('police').asks('search', {})).toBe('not-started');
    play.trainer('start-exercise', {});
    play.trainer('pause', {});
    expect(play.desk('police').asks('search', {})).toBe('paused');
    expect(play.desk('police').asks('raise-hand', {})).toBe('done');
    play.trainer('resume', {});
    play.trainer('end-exercise', {});
    expect(play.desk('police').asks('search', {})).toBe('ended');
  });

  it('each desk starts with its own knowledge only', () => {
    const play = aClass();
    expect(Object.keys(play.view(desk('police')).items)).toEqual(['tip']);
    expect(Object.keys(play.view(desk('child-protection')).items)).toEqual(['home-address']);
  });

  it('every desk may read the reason of a pause while it lasts, and no desk afterwards', () => {
    const play = aClass();
    const readable = () =>
      Object.keys(play.compiled.scenario.roles).filter((role) => textRefsOf(play.view(desk(role))).has('why-we-pause'));
    play.trainer('pause', { reason: 'why-we-pause' });
    expect(readable()).toEqual(Object.keys(play.compiled.scenario.roles));
    play.trainer('resume', {});
    expect(readable()).toEqual([]);
    play.trainer('pause', {});
    expect(play.world.pauseReason).toBeUndefined();
  });

  it('a trainee cannot send trainer commands, nor the trainer desk commands', () => {
    const play = aClass();
    expect(play.desk('police').asks('pause', {})).toBe('trainer-only');
    expect(play.trainer('search', {})).toBe('not-seated');
  });

  it('a second trainer who repeats a command is told that it is already done', () => {
    const play = new PlayedClass(aScenario(), { p1: 'police' });
    const twice = (...asked: Parameters<typeof play.trainer>) => [play.trainer(...asked), play.trainer(...asked)];
    expect(twice('start-exercise', {})).toEqual(['done', 'already-done']);
    expect(twice('pause', {})).toEqual(['done', 'already-done']);
    expect(play.trainer('start-exercise', {})).toBe('already-done');
    expect(twice('resume', {})).toEqual(['done', 'already-done']);
    expect(twice('skip-to', { to: play.world.now + 60_000 })).toEqual(['done', 'already-done']);
    expect(twice('fire-inject', { inject: 'press-call' })).toEqual(['done', 'already-done']);
    expect(twice('end-exercise', {})).toEqual(['done', 'already-done']);
    expect(play.trainer('pause', {})).toBe('wrong-state');
  });

  it('a desk takes no more seats than it holds; seats can be moved and freed', () => {
    const play = aClass();
    play.trainer('seat', { seat: 'c2', role: 'child-protection' });
    expect(play.trainer('seat', { seat: 'c3', role: 'child-protection' })).toBe('no-seat-free');
    play.trainer('seat', { seat: 'c2', role: 'police' });
    expect(play.world.seats['c2']).toEqual({ role: 'police', at: 'station' });
    play.trainer('free-seat', { seat: 'c2' });
    expect(play.seat('c2').asks('search', {})).toBe('not-seated');
  });
});

describe('injects', () => {
  it('a planned inject fires at its time, a held one does not, and a released overdue one fires at once', () => {
    const play = aClass();
    play.trainer('hold-inject', { inject: 'bus-is-early' });
    play.passes('day 1 13:00');
    expect(play.world.injects['bus-is-early']?.firedAt).toBeUndefined();
    play.trainer('release-inject', { inject: 'bus-is-early' });
    expect(play.world.injects['bus-is-early']?.firedAt).toBe(parseCaseTime('day 1 13:00'));
  });

  it('a conditional inject fires after its delay, and its expectation is met or missed', () => {
    const play = aClass();
    play.desk('police').does('travel', { place: 'bus-park' });
    play.passes('20m');
    play.desk('police').does('screen', { person: 'nyota', with: 'alone', outcome: 'presumed-victim', child: true });
    play.passes('9m');
    expect(play.world.injects['who-is-her-guardian']?.firedAt).toBeUndefined();
    play.passes('1m');
    expect(play.world.injects['who-is-her-guardian']?.to).toEqual(['child-protection']);
    play.passes('31m');
    expect(play.world.injects['who-is-her-guardian']?.missed).toBe(true);
  });

  it('a pocket inject reaches everyone, once', () => {
    const play = aClass();
    play.trainer('fire-inject', { inject: 'press-call' });
    expect(play.view(desk('police')).injects['press-call']).toBeDefined();
    expect(play.trainer('fire-inject', { inject: 'press-call' })).toBe('already-done');
  });
});

describe('the case clock', () => {
  it('skipping ahead runs every due timer in order', () => {
    const play = aClass();
    play.trainer('skip-to', { to: parseCaseTime('day 1 18:30') ?? 0 });
    expect(play.world.charts['suspects']).toBe('gone');
    expect(play.world.injects['bus-is-early']?.firedAt).toBe(parseCaseTime('day 1 12:30'));
    expect(play.world.now).toBe(parseCaseTime('day 1 18:30'));
    const times = play.log.map((event) => event.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('a statechart’s delay is a timer of the exercise and is stored as data', () => {
    const play = aClass();
    const copy = structuredClone(JSON.parse(JSON.stringify(play.exercise)) as typeof play.exercise);
    play.exercise = copy;
    play.passes('6h');
    expect(play.world.charts['suspects']).toBe('gone');
  });

  it('random draws depend on the seed alone', () => {
    const draw = (seed: number) => {
      const play = new PlayedClass(aScenario(), { p1: 'police' }, seed);
      return play.world.rng;
    };
    expect(draw(1)).toBe(draw(1));
    expect(draw(1)).not.toBe(draw(2));
  });
});
