/**
 * A draft that mutates its own copies gives the same worlds as the pure fold, and leaves every other world unchanged.
 */
import { describe, expect, it } from 'vitest';
import { playBots } from '../../shared/bots/play-bots.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { emptyExercise, foldExercise, nextDue, WorldDraft } from '../../shared/exercise/exercise.ts';
import { evolveExerciseDraft } from '../../shared/exercise/truth.ts';
import { copyOf, emptyWorld } from '../../shared/exercise/world.ts';
import { aScenario } from '../support/a-scenario.ts';

const compiled = aScenario();
const SEED = 11;
/** A damaged event: its list of parts is gone. */
const BROKEN = JSON.parse('{ "type": "item-learned", "role": "police", "item": "x" }') as Event;
const { events, exercise } = playBots(compiled, { seed: SEED, bots: 'random' });

describe('a copy of a world', () => {
  it.each([
    ['without a pace and a pause', emptyWorld()],
    ['in a pause', { ...emptyWorld(), pace: 6, pauseReason: 'words-1' }],
  ])('%s has the same fields', (_when, world) => {
    expect(copyOf(world)).toStrictEqual(world);
  });
});

describe('a fold into one draft', () => {
  it('equals the pure fold after every event', () => {
    expect(events.length).toBeGreaterThan(100);
    const draft = new WorldDraft();
    let own = emptyExercise();
    let pure = emptyExercise();
    for (const event of events) {
      own = evolveExerciseDraft(draft, compiled, own, event);
      pure = foldExercise(compiled, [event], pure);
      expect(JSON.stringify(own), `after ${event.type}, seed ${SEED}`).toBe(JSON.stringify(pure));
    }
    expect(JSON.stringify(own)).toBe(JSON.stringify(exercise));
  });

  it('leaves worlds from before it began, and from before a release, unchanged', () => {
    const half = Math.floor(events.length / 2);
    const before = foldExercise(compiled, events.slice(0, half));
    const asItWas = JSON.stringify(before);
    const draft = new WorldDraft();
    let own = before;
    for (const event of events.slice(half, half + 20)) own = evolveExerciseDraft(draft, compiled, own, event);
    expect(JSON.stringify(before)).toBe(asItWas);
    draft.release();
    const handedOut = own.world;
    const asHanded = JSON.stringify(handedOut);
    for (const event of events.slice(half + 20)) own = evolveExerciseDraft(draft, compiled, own, event);
    expect(JSON.stringify(handedOut)).toBe(asHanded);
    expect(JSON.stringify(own.world)).not.toBe(asHanded);
  });

  it('finds the same next timer as a search of the whole world, at every event', () => {
    const draft = new WorldDraft();
    let own = emptyExercise();
    for (const event of events) {
      own = evolveExerciseDraft(draft, compiled, own, event);
      expect(nextDue(own, draft), `after ${event.type}, seed ${SEED}`).toBe(nextDue(own));
    }
  });

  it('folds two exercises at the same time without mixing them', () => {
    const others = playBots(compiled, { seed: SEED + 1, bots: 'random' }).events;
    const [one, other] = [new WorldDraft(), new WorldDraft()];
    let [mine, theirs] = [emptyExercise(), emptyExercise()];
    for (let index = 0; index < Math.max(events.length, others.length); index += 1) {
      const [event, otherEvent] = [events[index], others[index]];
      if (event) mine = evolveExerciseDraft(one, compiled, mine, event);
      if (otherEvent) theirs = evolveExerciseDraft(other, compiled, theirs, otherEvent);
    }
    expect(JSON.stringify(mine)).toBe(JSON.stringify(foldExercise(compiled, events)));
    expect(JSON.stringify(theirs)).toBe(JSON.stringify(foldExercise(compiled, others)));
  });

  it('continues after a fold that throws', () => {
    const draft = new WorldDraft();
    const half = Math.floor(events.length / 2);
    let own = emptyExercise();
    for (const event of events.slice(0, half)) own = evolveExerciseDraft(draft, compiled, own, event);
    const broken: Event = { ...BROKEN, seq: own.seq + 1, at: own.world.now, audience: ['all'] };
    expect(() => evolveExerciseDraft(draft, compiled, own, broken)).toThrow(TypeError);
    const pure = foldExercise(compiled, events.slice(0, half));
    expect(JSON.stringify(foldExercise(compiled, events.slice(half), pure))).toBe(JSON.stringify(exercise));
    for (const event of events.slice(half)) own = evolveExerciseDraft(draft, compiled, own, event);
    expect(JSON.stringify(own)).toBe(JSON.stringify(exercise));
  });
});
