/** StartEx: places every seat, gives each desk its initial knowledge, and starts timers and charts. */
import { TRAINER } from '../../access/stored-names.ts';
import { enterChart } from '../../scenario/compile-charts.ts';
import { everyone, role as roleAudience, trainerOnly } from '../../access/audience.ts';
import type { Stage } from '../stage.ts';
import { changeRoom } from './effects.ts';
import { knowPerson, learnItem, showPlace } from './knowledge.ts';
import { applyStep } from './settle.ts';

export function beginExercise(stage: Stage): void {
  const { scenario } = stage.compiled;
  stage.emit({ type: 'exercise-started', audience: everyone, by: TRAINER });
  stage.emit({ type: 'pace-changed', audience: everyone, by: TRAINER, pace: stage.world.pace ?? scenario.pace });
  for (const [person, { at, start }] of Object.entries(scenario.people)) {
    stage.emit({ type: 'person-placed', audience: trainerOnly, person, place: at });
    stage.emit({ type: 'mood-changed', audience: trainerOnly, person, trust: start.trust, stress: start.stress });
  }
  for (const [place, { 'known-to': known }] of Object.entries(scenario.places))
    for (const role of known) if (stage.world.roles.includes(role)) showPlace(stage, role, place);
  for (const role of stage.world.roles) {
    for (const person of scenario.roles[role]?.people ?? []) knowPerson(stage, role, person, true);
    for (const item of scenario.roles[role]?.knows ?? []) learnItem(stage, role, item, 'start', 'story');
  }
  for (const [service, { room }] of Object.entries(scenario.services)) changeRoom(stage, service, room);
  for (const [seat, { role, freed }] of Object.entries(stage.world.seats)) if (!freed) placeSeat(stage, seat, role);
  setTimers(stage);
  for (const [id, chart] of Object.entries(stage.compiled.charts))
    applyStep(
      stage,
      id,
      enterChart(chart, (condition) => stage.holds(condition)),
    );
}

/** Places a seat at its desk's place, or at `at`, where the seat it replaces was. */
export function placeSeat(stage: Stage, seat: string, role: string, at?: string): void {
  const place = at ?? stage.compiled.scenario.roles[role]?.at;
  if (place !== undefined) stage.emit({ type: 'travel-ended', audience: roleAudience(role), by: role, seat, place });
}

function setTimers(stage: Stage): void {
  const { injects, items } = stage.compiled.scenario;
  for (const [id, { at }] of Object.entries(injects))
    if (at !== undefined) stage.setTimer(`inject:${id}`, at, { do: 'inject', inject: id });
  for (const [id, { lasts, 'lasts-from': from }] of Object.entries(items)) {
    if (lasts !== undefined && from === undefined)
      stage.setTimer(`perish:${id}`, stage.at + lasts, { do: 'perish', item: id });
  }
  for (const time of stage.compiled.index.clockTimes)
    if (time > stage.at) stage.setTimer(`clock:${time}`, time, { do: 'check' });
}
