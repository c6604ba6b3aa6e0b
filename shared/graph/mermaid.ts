/** Writes the graph in Mermaid's language, for wikis and repositories that draw it themselves. */
import type { CaseGraph, GraphEdge, GraphNode, Lane } from './case-graph.ts';
import { edgeRow } from './measure.ts';

/** `stateDiagram-v2` with one composite state per chart. */
export function graphMermaid(graph: CaseGraph): string {
  return ['stateDiagram-v2', ...graph.lanes.flatMap(lane)].join('\n').concat('\n');
}

const INDENT = '  ';

function lane(shown: Lane): string[] {
  const anywhere = shown.edges.filter(({ from }) => from === shown.chart);
  return [
    `${INDENT}state "${words(shown.title ?? shown.chart)}" as ${name(shown.chart)} {`,
    ...inside(shown, shown.chart, 2),
    ...anywhere.map((edge) => `${INDENT.repeat(2)}note left of ${name(firstOf(shown))} : ${words(edgeRow(edge))}`),
    `${INDENT}}`,
  ];
}

const firstOf = ({ nodes, chart }: Lane): string =>
  (nodes.find(({ parent, initial }) => parent === chart && initial) ?? nodes[0])?.id ?? chart;

function inside(shown: Lane, parent: string, depth: number): string[] {
  const own = shown.nodes.filter((node) => node.parent === parent);
  const parallel = shown.nodes.find(({ id }) => id === parent)?.kind === 'parallel';
  const margin = INDENT.repeat(depth);
  const states = own.flatMap((node, index) => [
    ...(parallel && index > 0 ? [`${margin}--`] : []),
    ...state(shown, node, depth),
  ]);
  const ids = new Set(own.map(({ id }) => id));
  const edges = shown.edges.filter(({ from, to }) => ids.has(from) && to !== undefined && ids.has(to));
  return [...states, ...edges.map((edge) => `${margin}${name(edge.from)} --> ${name(edge.to ?? '')}${label(edge)}`)];
}

function state(shown: Lane, node: GraphNode, depth: number): string[] {
  const margin = INDENT.repeat(depth);
  const head = `${margin}state "${words(node.title ?? node.key)}" as ${name(node.id)}`;
  const holds = node.kind === 'group' || node.kind === 'parallel';
  return [
    ...(holds ? [`${head} {`, ...inside(shown, node.id, depth + 1), `${margin}}`] : [head]),
    ...(node.initial ? [`${margin}[*] --> ${name(node.id)}`] : []),
    ...(node.kind === 'final' ? [`${margin}${name(node.id)} --> [*]`] : []),
  ];
}

const label = (edge: GraphEdge): string => (edgeRow(edge) === '' ? '' : ` : ${words(edgeRow(edge))}`);

/** Ids of Mermaid are one word, and `end` and others are reserved, hence the prefix. */
const name = (id: string): string => `s_${id.replaceAll('.', '__').replaceAll(/[^a-zA-Z0-9]/g, '_')}`;

/** Removes characters that would end a label or a line. */
const words = (text: string): string =>
  text
    .replaceAll(/["\n\r]/g, ' ')
    .replaceAll(';', ',')
    .replaceAll(':', '꞉');
