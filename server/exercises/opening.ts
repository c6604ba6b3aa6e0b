/** The first events of an exercise: its desks, the chosen pace, the simulated desks. */
import { randomInt } from 'node:crypto';
import { server } from '../../shared/access/actor.ts';
import type { TrainerCommand } from '../../shared/vocabulary/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { decide, start } from '../../shared/exercise/exercise.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { NewExercise } from './exercise-registry.ts';

/** A simulation that the case does not allow (a desk for people only) is skipped: the lobby shows the desk as empty. */
export function openingEvents(compiled: CompiledScenario, wanted: NewExercise): Event[] {
  const { starts: at, pace, roles: all } = compiled.scenario;
  const roles = Object.keys(all).filter((role) => !wanted.without.includes(role));
  let { events, exercise } = start(compiled, { seed: randomInt(2 ** 31), roles });
  const wishes: TrainerCommand[] = wanted.simulated.map((desk) => ({ type: 'simulate-desk', ...desk }));
  if (wanted.pace !== undefined && wanted.pace !== pace) wishes.unshift({ type: 'set-pace', pace: wanted.pace });
  for (const body of wishes) {
    const decision = decide(compiled, exercise, { from: server, at, body });
    if ('rejection' in decision) continue;
    events = [...events, ...decision.events];
    exercise = decision.exercise;
  }
  return events;
}
