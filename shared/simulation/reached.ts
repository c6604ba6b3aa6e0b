/** The facts that one play reached, as `kind:id` (`universe.ts`). */
import type { RedLineMark, TaskMark } from '../debrief/debrief.ts';
import type { Sightings } from '../debrief/sightings.ts';
import type { Event } from '../exercise/events.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { World } from '../exercise/world.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';

interface Seen {
  end: Exercise;
  events: readonly Event[];
  sightings: Sightings;
  tasks: readonly TaskMark[];
  redLines: readonly RedLineMark[];
  taken: ReadonlySet<string>;
}

/** Only facts that a desk got to: an item that no desk knows is not reached by its presence. */
export function reachedBy(compiled: CompiledScenario, seen: Seen): Set<string> {
  const reached = new Set<string>();
  const { world } = seen.end;
  for (const state of Object.keys(world.entered)) reached.add(`state:${state}`);
  for (const transition of seen.taken) reached.add(`transition:${transition}`);
  for (const [id, { firedAt }] of Object.entries(world.injects)) if (firedAt !== undefined) reached.add(`inject:${id}`);
  for (const [id, { known }] of Object.entries(world.people))
    if (Object.keys(known).length > 0) reached.add(`person:${id}`);
  addItems(compiled, world, reached);
  addTalks(world, reached);
  addMarks(seen, reached);
  for (const event of seen.events)
    if (event.type === 'service-offered' || event.type === 'place-declined') reached.add(`service:${event.service}`);
  return reached;
}

function addItems({ scenario }: CompiledScenario, world: World, reached: Set<string>): void {
  for (const [id, { known }] of Object.entries(world.items)) {
    const authored = scenario.items[id];
    if (!authored || Object.keys(known).length === 0) continue;
    reached.add(`item:${id}`);
    for (const { parts } of Object.values(known)) for (const part of parts) reached.add(`part:${id}/${part}`);
    for (const role of authored['needed-by']) {
      const wanted = authored['needed-parts']?.[role];
      const has = known[role]?.parts;
      if (has && (wanted?.every((part) => has.includes(part)) ?? true)) reached.add(`needed:${id}@${role}`);
    }
  }
}

function addTalks(world: World, reached: Set<string>): void {
  for (const { turns } of Object.values(world.interviews)) {
    for (const { question, answer } of turns) {
      reached.add(`interview:${question.split('.')[0]}`);
      reached.add(`question:${question}`);
      if (answer !== undefined) reached.add(`answer:${question}.${answer}`);
    }
  }
  for (const { answers } of Object.values(world.requests))
    for (const { holding } of answers) if (holding !== undefined) reached.add(`holding:${holding}`);
  for (const [id, { made }] of Object.entries(world.decisions)) {
    if (!made) continue;
    reached.add(`decision:${id}`);
    reached.add(`option:${id}.${made.option}`);
  }
  for (const [id, { launchedAt }] of Object.entries(world.operations))
    if (launchedAt !== undefined) reached.add(`operation:${id}`);
}

function addMarks({ sightings, tasks, redLines }: Seen, reached: Set<string>): void {
  for (const { task, result } of tasks) {
    if (result === 'no-chance') continue;
    reached.add(`task-chance:${task}`);
    reached.add(`task-${result === 'missed' ? 'missed' : 'done'}:${task}`);
  }
  for (const { redLine } of redLines) reached.add(`red-line:${redLine}`);
  for (const moment of ['pin', 'victim-eye'] as const)
    for (const id of Object.keys(sightings.firstOf(moment))) reached.add(`${moment}:${id}`);
}
