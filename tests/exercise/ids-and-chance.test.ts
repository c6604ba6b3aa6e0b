/** The ids and the random numbers that an exercise gives out, and who is where when they are asked for. */
import { describe, expect, it } from 'vitest';
import { evolve } from '../../shared/exercise/evolve.ts';
import { emptyExercise, WorldDraft } from '../../shared/exercise/exercise.ts';
import { draw } from '../../shared/exercise/random.ts';
import { Stage } from '../../shared/exercise/stage.ts';
import { PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';

const CASE = aScenario();
const stage = (draft?: WorldDraft) => new Stage(CASE, emptyExercise(), 0, draft);
/** As many things as `count`, with their ids. */
const things = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_none, index) => [`police-note-${index + 1}`, {}]));

describe('a counted id', () => {
  it('is the next after all that exist, however many they are', () => {
    for (const count of [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 31, 32, 33, 100])
      expect(stage().nextId('police', 'note', things(count)), `${count}`).toBe(`police-note-${count + 1}`);
  });

  it('goes on without a gap from one to the next', () => {
    const own = stage();
    const existing: Record<string, object> = {};
    for (let count = 1; count <= 40; count += 1) {
      const id = own.nextId('police', 'note', existing);
      expect(id).toBe(`police-note-${count}`);
      existing[id] = {};
    }
  });

  it('is right though the same draft counted another exercise before', () => {
    const own = stage(new WorldDraft());
    for (const count of [50, 3, 20, 0])
      expect(own.nextId('police', 'note', things(count))).toBe(`police-note-${count + 1}`);
  });

  it('is counted for each circle of receivers, in any order of their names', () => {
    const own = stage();
    const first = own.nextId('police', 'message', {}, ['prosecution', 'child-protection', 'prosecution']);
    expect(first).toBe('police-message-child-protection-prosecution-1');
    expect(own.nextId('police', 'message', { [first]: {} }, ['child-protection', 'prosecution'])).toBe(
      'police-message-child-protection-prosecution-2',
    );
    expect(own.nextId('police', 'message', { [first]: {} })).toBe('police-message-1');
  });
});

describe('a drawn id', () => {
  it('is never one that exists, even if only one is left', () => {
    const number = (index: number) => `police-consent-${String(index).padStart(4, '0')}`;
    const others = Array.from({ length: 10_000 }, (_none, index) => number(index)).filter((id) => id !== number(4711));
    expect(stage().drawnId('police', 'consent', Object.fromEntries(others.map((id) => [id, {}])))).toBe(number(4711));
  });
});

describe('chance', () => {
  it('is the generator mulberry32: these are its first numbers for the seeds 0 and 1', () => {
    const first = (seed: number, count: number) => {
      const numbers: number[] = [];
      for (let state = seed; numbers.length < count; ) {
        const drawn = draw(state);
        numbers.push(Math.round(drawn.value * 4_294_967_296));
        ({ state } = drawn);
      }
      return numbers;
    };
    expect(first(0, 3)).toEqual([1_144_304_738, 1_416_247, 958_946_056]);
    expect(first(1, 2)).toEqual([2_693_262_067, 11_749_833]);
  });
});

describe('a timer', () => {
  it('that is not there is cleared without an event', () => {
    const own = stage();
    own.clearTimer('duty');
    expect(own.events).toEqual([]);
    own.setTimer('duty', 5, { do: 'check' });
    own.clearTimer('duty');
    expect(own.events.map(({ type }) => type)).toEqual(['timer-set', 'timer-cleared']);
  });
});

describe('the desks at a place', () => {
  it('are those with a seat there that is not on its way and not freed', () => {
    const play = new PlayedClass(CASE, { p1: 'police', p2: 'police', c1: 'child-protection' });
    const at = (place: string | undefined) => new Stage(CASE, play.exercise, play.now).rolesAt(place);
    expect(at(undefined)).toEqual([]);
    play.trainer('start-exercise', {});
    expect([at('station'), at('children-home')]).toEqual([['police'], ['child-protection']]);
    play.seat('c1').does('travel', { place: 'bus-park' });
    play.trainer('free-seat', { seat: 'p1' });
    expect([at('station'), at('children-home')]).toEqual([['police'], []]);
    play.trainer('free-seat', { seat: 'p2' });
    expect(at('station')).toEqual([]);
  });
});

describe('the time of a world', () => {
  it('never goes back', () => {
    const { world } = emptyExercise();
    expect(evolve({ ...world, now: 9 }, { type: 'chance-drawn', at: 4, rng: 4 })).toMatchObject({ now: 9, rng: 4 });
  });
});
