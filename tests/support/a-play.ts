/** A whole play of a shipped case: one of its playthroughs, as a class that can be looked at from every desk. */
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { formatFailure, playThrough } from '../../shared/playthrough/play-through.ts';
import { foldExercise } from '../../shared/exercise/truth.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { PlayedClass } from './a-class.ts';
import { caseFiles, playthroughsOf } from './case-files.ts';

export function compiledCase(id: string): CompiledScenario {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`the case ${id} cannot be played`);
  return compiled;
}

/** The playthroughs of a case: `exemplary`, `careless` … */
export const playNamesOf = (id: string): string[] =>
  playthroughsOf(id).map(({ path }) => path.replace(/^.*\//, '').replace(/\.playthrough\.yaml$/, ''));

export interface WholePlay {
  /** The class after EndEx, or after the first `events` events of the play. */
  readonly play: PlayedClass;
  readonly events: number;
}

export function aWholePlay(id: string, name: string, events = Infinity): WholePlay {
  const compiled = compiledCase(id);
  const found = playthroughsOf(id).find(({ path }) => path.endsWith(`${name}.playthrough.yaml`));
  if (!found) throw new Error(`${id} has no playthrough ${name}`);
  const parsed = parsePlaythrough(found.path, found.text, compiled);
  if (!parsed.playthrough) throw new Error(`${found.path} cannot be played`);
  const result = playThrough(compiled, parsed.playthrough);
  if (result.failure) throw new Error(formatFailure(found.path, result.failure, parsed.lines));
  return { play: classAfter(compiled, result.events.slice(0, events)), events: result.events.length };
}

/** A class whose log is already written. */
export function classAfter(compiled: CompiledScenario, events: PlayedClass['log']): PlayedClass {
  const play = new PlayedClass(compiled, {});
  play.log.splice(0, play.log.length, ...events);
  play.exercise = foldExercise(compiled, events);
  play.now = play.world.now;
  return play;
}
