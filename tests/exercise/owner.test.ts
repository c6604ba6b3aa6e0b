/** Who owns what it folds alters it in place, and comes to the same; what was there before stays as it was. */
import { describe, expect, it } from 'vitest';
import { playBots } from '../../shared/bots/play-bots.ts';
import { emptyExercise, foldExercise, Owner } from '../../shared/exercise/exercise.ts';
import { evolveExerciseFor } from '../../shared/exercise/truth.ts';
import { aScenario } from '../support/a-scenario.ts';

const compiled = aScenario();
const SEED = 11;
const { events, exercise } = playBots(compiled, { seed: SEED, bots: 'random' });

describe('a fold for an owner', () => {
  it('gives what the pure fold gives, at every event', () => {
    expect(events.length).toBeGreaterThan(100);
    const owner = new Owner();
    let own = emptyExercise();
    let pure = emptyExercise();
    for (const event of events) {
      own = evolveExerciseFor(owner, compiled, own, event);
      pure = foldExercise(compiled, [event], pure);
      expect(JSON.stringify(own), `after ${event.type}, seed ${SEED}`).toBe(JSON.stringify(pure));
    }
    expect(JSON.stringify(own)).toBe(JSON.stringify(exercise));
  });

  it('leaves alone what was there before it began, and what it let go', () => {
    const half = Math.floor(events.length / 2);
    const before = foldExercise(compiled, events.slice(0, half));
    const asItWas = JSON.stringify(before);
    const owner = new Owner();
    let own = before;
    for (const event of events.slice(half, half + 20)) own = evolveExerciseFor(owner, compiled, own, event);
    expect(JSON.stringify(before)).toBe(asItWas);
    owner.release();
    const handedOut = own.world;
    const asHanded = JSON.stringify(handedOut);
    for (const event of events.slice(half + 20)) own = evolveExerciseFor(owner, compiled, own, event);
    expect(JSON.stringify(handedOut)).toBe(asHanded);
    expect(JSON.stringify(own.world)).not.toBe(asHanded);
  });
});
