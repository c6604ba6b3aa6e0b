/** Content of the preview page beside the desks: charts, their source lines, and the facts that the author can override. */
import { caseGraph, type CaseGraph, type PlaceOf } from '../../shared/graph/case-graph.ts';
import { layoutGraph } from '../../shared/graph/layout.ts';
import { placesIn } from '../../shared/graph/places.ts';
import { graphSvg } from '../../shared/graph/svg.ts';
import type { FactsAnswer, PlacedWaiting, SourceAnswer } from '../../shared/preview/wire.ts';
import { whatWaits } from '../../shared/preview/why-not.ts';
import type { Exercise } from '../../shared/exercise/exercise.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { effectsOf } from '../../shared/scenario/visit.ts';
import type { Playable } from './preview-library.ts';

const places = new WeakMap<Playable, PlaceOf>();

/** The source places of a version, parsed once. */
function placesOf(version: Playable): PlaceOf {
  const known = places.get(version) ?? placesIn(version.files);
  places.set(version, known);
  return known;
}

export const graphOf = (version: Playable): CaseGraph => caseGraph(version.compiled.scenario, placesOf(version));

/** The title of a desk in the law pack. */
export const titleOf = ({ scenario, law }: CompiledScenario, role: string): string =>
  law.agencies[scenario.roles[role]?.desk ?? '']?.title ?? role;

export const svgOf = (graph: CaseGraph): string => graphSvg(layoutGraph(graph), { interactive: true });

/** States and transitions of a file, with their first and last lines. */
export function marksIn(graph: CaseGraph, file: string): SourceAnswer['marks'] {
  return graph.lanes
    .flatMap((lane) => [...lane.nodes, ...lane.edges])
    .filter(({ place }) => place.file === file)
    .map(({ id, place }) => ({ id, line: place.line, to: place.to }));
}

export function placedWaiting(version: Playable, exercise: Exercise): PlacedWaiting[] {
  const placeOf = placesOf(version);
  return whatWaits(version.compiled, exercise).map(({ path, ...waiting }) => {
    const { file, line } = placeOf(path);
    return { ...waiting, file, line };
  });
}

export function factsOf({ scenario, charts }: CompiledScenario): FactsAnswer {
  const sent = effectsOf(scenario).flatMap(({ value }) => value.send ?? []);
  return {
    states: Object.entries(charts).map(([chart, { states }]) => ({
      chart,
      states: Object.entries(states).flatMap(([path, { title }]) => (path === '' ? [] : [{ path, title }])),
    })),
    items: Object.entries(scenario.items).map(([id, { title }]) => ({ id, title })),
    people: Object.entries(scenario.people).map(([id, { name, at, start }]) => ({ id, name, place: at, ...start })),
    places: Object.entries(scenario.places).map(([id, { name }]) => ({ id, name })),
    signals: [...new Set(sent)].sort(),
  };
}
