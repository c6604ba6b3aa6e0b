/**
 * A case as a graph: one lane per parallel statechart, a node per state, an edge per transition, each with its place in
 * the text. Pure data: `svg.ts` draws it, `mermaid.ts` writes it as Mermaid, and the preview highlights it during play.
 */
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { ChartState, Statechart, Transition } from '../scenario/schema/statecharts.ts';
import type { Path } from '../scenario/source-map.ts';
import { conditionInShort, effectsInShort } from './short-words.ts';

/** A place in the text; lines count from 1. `to` is the last line. */
export interface GraphPlace {
  file: string;
  line: number;
  to: number;
}

/** Returns the place of a path of the scenario. See `places.ts`. */
export type PlaceOf = (path: Path) => GraphPlace;

export interface GraphNode {
  /** `chart.state`, the address of the state in conditions; the chart's id for its root. */
  id: string;
  chart: string;
  /** The state's own key. */
  key: string;
  /** Id of the enclosing state or chart. */
  parent: string;
  title?: string;
  initial: boolean;
  kind: 'state' | 'final' | 'group' | 'parallel';
  public: boolean;
  /** Effects on entry and on exit, in short. */
  entry: string[];
  exit: string[];
  place: GraphPlace;
}

export interface GraphEdge {
  /** `case.tip/on/bus-stopped/0`: stable while the surrounding text stays the same. */
  id: string;
  chart: string;
  /** A node's id; the chart's id if the transition applies in every state of the chart. */
  from: string;
  /** Undefined if the transition only has effects and stays in its state. */
  to?: string;
  kind: 'on' | 'after' | 'always';
  /** The event or signal, or the delay as written. */
  by?: string;
  guard?: string;
  does: string[];
  place: GraphPlace;
}

export interface Lane {
  chart: string;
  title?: string;
  place: GraphPlace;
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export interface CaseGraph {
  id: string;
  title: string;
  lanes: Lane[];
}

export function caseGraph(scenario: Scenario, placeOf: PlaceOf): CaseGraph {
  return {
    id: scenario.id,
    title: scenario.title,
    lanes: Object.entries(scenario.statecharts).map(([id, chart]) => laneOf(id, chart, placeOf)),
  };
}

function laneOf(id: string, chart: Statechart, placeOf: PlaceOf): Lane {
  const path = ['statecharts', id];
  const lane: Lane = {
    chart: id,
    ...(chart.title === undefined ? {} : { title: chart.title }),
    place: placeOf(path),
    nodes: [],
    edges: [],
  };
  addInner(lane, chart, { id, path, root: true }, placeOf);
  return lane;
}

interface Address {
  id: string;
  path: Path;
  root: boolean;
}

/** Adds the inner states of a state and their transitions. Targets are siblings of the source. */
function addInner(lane: Lane, state: ChartState, at: Address, placeOf: PlaceOf): void {
  const beside = at.root ? at.id : at.id.slice(0, at.id.lastIndexOf('.'));
  for (const edge of transitionsOf(state)) lane.edges.push(edgeOf(lane.chart, at, beside, edge, placeOf));
  for (const [key, child] of Object.entries(state.states ?? {})) {
    const inner = { id: `${at.id}.${key}`, path: [...at.path, 'states', key], root: false };
    lane.nodes.push({
      id: inner.id,
      chart: lane.chart,
      key,
      parent: at.id,
      ...(child.title === undefined ? {} : { title: child.title }),
      initial: state.initial === key,
      kind: kindOf(child),
      public: child.public ?? false,
      entry: effectsInShort(child.entry ?? []),
      exit: effectsInShort(child.exit ?? []),
      place: placeOf(inner.path),
    });
    addInner(lane, child, inner, placeOf);
  }
}

function kindOf(state: ChartState): GraphNode['kind'] {
  if (state.type === 'final' || state.type === 'parallel') return state.type;
  return Object.keys(state.states ?? {}).length > 0 ? 'group' : 'state';
}

interface Leading {
  kind: GraphEdge['kind'];
  by?: string;
  index: number;
  transition: Transition;
}

function transitionsOf(state: ChartState): Leading[] {
  const grouped = (kind: 'on' | 'after'): Leading[] =>
    Object.entries(state[kind] ?? {}).flatMap(([by, list]) =>
      list.map((transition, index) => ({ kind, by, index, transition })),
    );
  const always = (state.always ?? []).map((transition, index): Leading => ({ kind: 'always', index, transition }));
  return [...grouped('on'), ...grouped('after'), ...always];
}

function edgeOf(
  chart: string,
  at: Address,
  beside: string,
  { kind, by, index, transition }: Leading,
  placeOf: PlaceOf,
): GraphEdge {
  const steps = [kind, ...(by === undefined ? [] : [by]), index];
  const { target, guard, does } = transition;
  return {
    id: [at.id, ...steps].join('/'),
    chart,
    from: at.id,
    ...(target === undefined ? {} : { to: `${beside}.${target}` }),
    kind,
    ...(by === undefined ? {} : { by }),
    ...(guard === undefined ? {} : { guard: conditionInShort(guard) }),
    does: effectsInShort(does ?? []),
    place: placeOf([...at.path, ...steps]),
  };
}
