/**
 * The interface of the core: `start`, `decide`, `advanceTo`, and the folds.
 *
 * An exercise is plain data. Its driver (room, CLI, bot, test, preview) holds the compiled scenario and appends the
 * returned events to a log; folding that log gives the same exercise again, byte for byte.
 */
import { trainerOnly } from '../access/audience.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';
import { advanceStage } from './advance.ts';
import type { Command } from './commands.ts';
import { handleCommand } from './decide/handle-command.ts';
import { settle } from './decide/settle.ts';
import type { Event } from './events.ts';
import type { WorldDraft } from './folds/draft.ts';
import { firstTimer } from './folds/timers.ts';
import type { RoleId } from './ids.ts';
import type { Rejection } from './rejections.ts';
import { Stage } from './stage.ts';
import { emptyExercise, type Exercise } from './truth.ts';

export { emptyExercise, foldExercise, toKnown } from './truth.ts';
export type { Exercise, Happening } from './truth.ts';
export { type EventObserver, WorldDraft } from './folds/draft.ts';
export { SharedMessages } from './folds/shared-messages.ts';

export type Decision = { events: Event[]; exercise: Exercise } | { rejection: Rejection };

/**
 * Opens an exercise in its lobby; no desk knows anything yet. `roles` are the desks of this exercise; `seed` seeds
 * every random draw.
 */
export function start(
  compiled: CompiledScenario,
  options: { seed: number; roles?: RoleId[] | undefined },
  draft?: WorldDraft,
): { events: Event[]; exercise: Exercise } {
  const stage = new Stage(compiled, emptyExercise(), compiled.scenario.starts, draft);
  const roles = options.roles ?? Object.keys(compiled.scenario.roles);
  stage.emit({
    type: 'exercise-opened',
    audience: trainerOnly,
    scenario: compiled.scenario.id,
    seed: options.seed,
    roles,
  });
  return { events: stage.events, exercise: stage.exercise };
}

/**
 * Decides a command. Returns its events with all their consequences in order, or a rejection; a rejection leaves no
 * event. `command.at` must not be before the last event; run earlier timers first (`advanceTo`).
 *
 * With a `draft`, the parts of `exercise` that the draft made are mutated: the caller must continue with the returned
 * exercise.
 */
export function decide(compiled: CompiledScenario, exercise: Exercise, command: Command, draft?: WorldDraft): Decision {
  const stage = new Stage(compiled, exercise, Math.max(command.at, exercise.world.now), draft);
  const rejection = handleCommand(stage, command);
  if (rejection) {
    // Handlers must validate before they emit: events that went into a draft cannot be rolled back.
    if (stage.events.length > 0) throw new Error(`${command.body.type} was rejected after it had emitted events`);
    return { rejection };
  }
  settle(stage);
  return { events: stage.events, exercise: stage.exercise };
}

/** Runs every timer due up to `at`, in order of (due, id), with all consequences. `draft` as in `decide`. */
export function advanceTo(
  compiled: CompiledScenario,
  exercise: Exercise,
  at: CaseMs,
  draft?: WorldDraft,
): { events: Event[]; exercise: Exercise } {
  const stage = new Stage(compiled, exercise, exercise.world.now, draft);
  advanceStage(stage, at);
  return { events: stage.events, exercise: stage.exercise };
}

/** When the next timer is due, if any. With the `draft` that made the exercise this is a cached lookup. */
export function nextDue({ world }: Exercise, draft?: WorldDraft): CaseMs | undefined {
  const first = draft ? draft.dueTimers.firstOf(world.timers) : firstTimer(world.timers);
  return first?.[1].due;
}
