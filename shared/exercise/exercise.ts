/**
 * The core's face: `start`, `decide`, `advanceTo`, and the folds.
 *
 * An exercise is plain data. Whoever drives it (room, CLI, bot, test, preview) keeps the compiled scenario beside it and
 * appends the events it gets back to a log; folding that log gives the same exercise again, byte for byte.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';
import { advanceStage, dueTimer } from './advance.ts';
import type { Command } from './commands.ts';
import { handleCommand } from './decide/handle-command.ts';
import { settle } from './decide/settle.ts';
import type { Event } from './events.ts';
import type { Owner } from './folds/owner.ts';
import type { RoleId } from './ids.ts';
import type { Rejection } from './rejections.ts';
import { Stage } from './stage.ts';
import { emptyExercise, type Exercise } from './truth.ts';

export { emptyExercise, evolveExercise, foldExercise, toKnown } from './truth.ts';
export type { Exercise, Happening } from './truth.ts';
export { type Onlooker, Owner } from './folds/owner.ts';

export type Decision = { events: Event[]; exercise: Exercise } | { rejection: Rejection };

/** Opens an exercise: in its lobby, nothing known to any desk yet. `roles` are the desks that take part, `seed` gives all chance. */
export function start(
  compiled: CompiledScenario,
  options: { seed: number; roles?: RoleId[] | undefined },
  owner?: Owner,
): { events: Event[]; exercise: Exercise } {
  const stage = new Stage(compiled, emptyExercise(), compiled.scenario.starts, owner);
  const roles = options.roles ?? Object.keys(compiled.scenario.roles);
  stage.emit({
    type: 'exercise-opened',
    audience: ['trainer'],
    scenario: compiled.scenario.id,
    seed: options.seed,
    roles,
  });
  return { events: stage.events, exercise: stage.exercise };
}

/**
 * Judges a command. Either events, with all their consequences in order, or the reason why not; a rejection leaves no trace.
 * `command.at` must not lie before the last event; timers due before it have to be run first (`advanceTo`).
 *
 * An `owner` gives away the exercise it passes in: what it owns of it is altered in place, and only what comes back counts.
 */
export function decide(compiled: CompiledScenario, exercise: Exercise, command: Command, owner?: Owner): Decision {
  const stage = new Stage(compiled, exercise, Math.max(command.at, exercise.world.now), owner);
  const rejection = handleCommand(stage, command);
  if (rejection) {
    // What an owner had in hand cannot be taken back: a handler judges first and tells then.
    if (owner && stage.events.length > 0) throw new Error(`${command.body.type} was refused after it had begun`);
    return { rejection };
  }
  settle(stage);
  return { events: stage.events, exercise: stage.exercise };
}

/** Runs every timer that fell due up to `at`, in order of (due, id), with all consequences. */
export function advanceTo(
  compiled: CompiledScenario,
  exercise: Exercise,
  at: CaseMs,
  owner?: Owner,
): { events: Event[]; exercise: Exercise } {
  const stage = new Stage(compiled, exercise, exercise.world.now, owner);
  advanceStage(stage, at);
  return { events: stage.events, exercise: stage.exercise };
}

/** When the next timer falls due, if any. */
export function nextDue(exercise: Exercise): CaseMs | undefined {
  return dueTimer(exercise.world, Number.POSITIVE_INFINITY)?.[1].due;
}
