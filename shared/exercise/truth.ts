/**
 * The truth: the full fold of an exercise's log, with the events that conditions may ask for.
 * Plain data; whoever drives it keeps the compiled scenario beside it.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';
import { evolveFor } from './evolve.ts';
import type { Event, KnownEvent } from './events.ts';
import { addToList, Owner } from './folds/owner.ts';
import { relevantVerbs } from './relevant-verbs.ts';
import { emptyWorld, type World } from './world.ts';

/** An event kept because some condition may ask for it. */
export type Happening = { seq: number; at: CaseMs; type: string } & Record<string, unknown>;

export interface Exercise {
  world: World;
  /** Events by type, only of the types that some condition of the scenario asks for. */
  happened: Record<string, Happening[]>;
  /** Number of the last event. */
  seq: number;
}

export const emptyExercise = (): Exercise => ({ world: emptyWorld(), happened: {}, seq: 0 });

/** What a viewer gets of an event: neither its audience nor its number in the whole log. */
export function toKnown(event: Event): KnownEvent {
  const { seq: _seq, audience: _audience, ...known } = event;
  return known;
}

/** The truth after one more event. Pure. */
export const evolveExercise = (compiled: CompiledScenario, exercise: Exercise, event: Event): Exercise =>
  evolveExerciseFor(undefined, compiled, exercise, event);

/** The same for an owner, who lets what is its own be altered in place. */
export function evolveExerciseFor(
  owner: Owner | undefined,
  compiled: CompiledScenario,
  exercise: Exercise,
  event: Event,
): Exercise {
  return {
    // A fold keeps fields of an event, never the event: it may be given the whole.
    world: evolveFor(owner, exercise.world, event),
    happened: relevantVerbs(compiled).has(event.type)
      ? withHappening(owner, exercise.happened, { ...toKnown(event), seq: event.seq })
      : exercise.happened,
    seq: event.seq,
  };
}

function withHappening(
  owner: Owner | undefined,
  happened: Exercise['happened'],
  happening: Happening,
): Exercise['happened'] {
  const { type } = happening;
  const list = addToList(owner, happened[type], happening);
  return happened[type] === list ? happened : { ...happened, [type]: list };
}

/** The truth after a whole log. */
export function foldExercise(
  compiled: CompiledScenario,
  events: readonly Event[],
  from: Exercise = emptyExercise(),
): Exercise {
  const owner = new Owner();
  return events.reduce((exercise, event) => evolveExerciseFor(owner, compiled, exercise, event), from);
}
