/**
 * The truth: the full fold of an exercise's log, with an index of the events that conditions ask about. Plain data; its
 * driver holds the compiled scenario.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Happening } from './condition-tests.ts';
import { evolveDraft } from './evolve.ts';
import type { Event, KnownEvent } from './events.ts';
import { WorldDraft } from './folds/draft.ts';
import { scriptOf } from './script-of.ts';
import { emptyWorld, type World } from './world.ts';

export interface Exercise {
  world: World;
  /** Events by type, only of types that a condition of the scenario asks about. */
  happened: Record<string, Happening[]>;
  /** Number of the last event. */
  seq: number;
}

export const emptyExercise = (): Exercise => ({ world: emptyWorld(), happened: {}, seq: 0 });

export type { Happening };

/** An event as a viewer gets it: without its audience and its log number. */
export function toKnown(event: Event): KnownEvent {
  const { seq: _seq, audience: _audience, ...known } = event;
  return known;
}

/** The truth after one more event. Reuses the copies that `draft` made for earlier events, and mutates them. */
export function evolveExerciseDraft(
  draft: WorldDraft,
  compiled: CompiledScenario,
  exercise: Exercise,
  event: Event,
): Exercise {
  return {
    // Folds copy the fields they need and never keep the event, so they may get one with its number and audience.
    world: evolveDraft(draft, exercise.world, event),
    happened: compiled.index.askedEvents.has(event.type)
      ? withHappening(draft, exercise.happened, { ...inTruth(compiled, event), seq: event.seq })
      : exercise.happened,
    seq: event.seq,
  };
}

/** An event as conditions compare it: the plan of an interview tells its desk no script, and the truth looks it up. */
function inTruth({ scenario }: CompiledScenario, event: Event): KnownEvent {
  const known = toKnown(event);
  return known.type === 'interview-planned' ? { ...known, script: scriptOf(scenario, known) } : known;
}

function withHappening(draft: WorldDraft, happened: Exercise['happened'], happening: Happening): Exercise['happened'] {
  const { type } = happening;
  const list = draft.addToList(happened[type], happening);
  return happened[type] === list ? happened : { ...happened, [type]: list };
}

/** The truth after a log, or after more events than `from`. Pure. */
export function foldExercise(
  compiled: CompiledScenario,
  events: readonly Event[],
  from: Exercise = emptyExercise(),
): Exercise {
  const draft = new WorldDraft();
  return events.reduce((exercise, event) => evolveExerciseDraft(draft, compiled, exercise, event), from);
}
