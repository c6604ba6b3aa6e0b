/**
 * Positions of everything in a graph. Lanes are side by side; inside a lane, and inside every compound state, dagre
 * ranks the states. Targets are always siblings, so each compound state is laid out alone and becomes one box of its
 * parent. Transitions between the same two states share one line with a label row each.
 */
import { Graph, layout as dagreLayout } from '@dagrejs/dagre';
import type { CaseGraph, GraphEdge, GraphNode, Lane } from './case-graph.ts';
import { BOX, edgeRow, nodeRows, type NodeRows, textWidth } from './measure.ts';

export interface Point {
  x: number;
  y: number;
}

export interface BoxPlace extends Point {
  width: number;
  height: number;
}

/** The box of a state; x and y are its upper left corner in the whole picture. */
export interface PlacedNode extends BoxPlace {
  node: GraphNode;
  rows: NodeRows;
  /** Rows for effects without a target. */
  inner: GraphEdge[];
}

export interface PlacedEdge {
  /** All transitions from one state to another; each is one row of the label. */
  edges: GraphEdge[];
  points: Point[];
  label: BoxPlace;
}

export interface PlacedLane extends BoxPlace {
  lane: Lane;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  /** Transitions that apply in every state of the chart, written under the lane's title. */
  anywhere: GraphEdge[];
}

export interface GraphLayout {
  graph: CaseGraph;
  width: number;
  height: number;
  lanes: PlacedLane[];
}

const LANE = { gap: 24, pad: 20, head: 56, row: 18 };

export function layoutGraph(graph: CaseGraph): GraphLayout {
  const lanes: PlacedLane[] = [];
  let x = 0;
  for (const lane of graph.lanes) {
    const placed = placeLane(lane, x);
    lanes.push(placed);
    x += placed.width + LANE.gap;
  }
  const height = Math.max(0, ...lanes.map((lane) => lane.height));
  return {
    graph,
    width: Math.max(0, x - LANE.gap),
    height,
    lanes: lanes.map((lane) => ({ ...lane, height })),
  };
}

interface Block {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

function placeLane(lane: Lane, x: number): PlacedLane {
  const anywhere = lane.edges.filter((edge) => edge.from === lane.chart);
  const head = LANE.head + anywhere.length * LANE.row;
  const block = placeInside(lane, lane.chart);
  const titles = [lane.title ?? '', lane.chart, ...anywhere.map(edgeRow)];
  const width = Math.max(block.width, ...titles.map((title) => textWidth(title, 15))) + 2 * LANE.pad;
  return {
    lane,
    x,
    y: 0,
    width,
    height: head + block.height + LANE.pad,
    ...moved(block, x + (width - block.width) / 2, head),
    anywhere,
  };
}

/** Lays out the states of one parent and the lines between them, from 0/0. */
function placeInside(lane: Lane, parent: string): Block {
  const graph = new Graph<object, { width: number; height: number } & Point, { points: Point[] } & BoxPlace>();
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 34, edgesep: 16 });
  const own = lane.nodes.filter((node) => node.parent === parent).map((node) => sized(lane, node));
  for (const { node, width, height } of own) graph.setNode(node.id, { width, height, x: 0, y: 0 });
  const lines = linesBetween(lane, new Set(own.map(({ node }) => node.id)));
  for (const { from, to, edges } of lines) {
    const rows = edges.map(edgeRow);
    const width = Math.max(...rows.map((row) => textWidth(row, 11))) + 8;
    graph.setEdge(from, to, { points: [], x: 0, y: 0, width, height: edges.length * BOX.labelRow + 4, ...CENTRE });
  }
  dagreLayout(graph);
  const nodes = own.flatMap(({ node, width, height, rows, inner, block }): PlacedNode[] => {
    const at = graph.node(node.id);
    const [x, y] = [at.x - width / 2, at.y - height / 2];
    const inside = block ? moved(block, x + BOX.pad, y + rows.height).nodes : [];
    return [{ node, rows, inner, x, y, width, height }, ...inside];
  });
  const edges = [
    ...lines.map(({ from, to, edges: all }) => placedEdge(all, graph.edge(from, to))),
    ...own.flatMap(({ node, width, height, rows, block }) => {
      const at = graph.node(node.id);
      return block ? moved(block, at.x - width / 2 + BOX.pad, at.y - height / 2 + rows.height).edges : [];
    }),
  ];
  return shifted(nodes, edges);
}

const CENTRE = { labelpos: 'c', labeloffset: 0 } as const;

interface Sized {
  node: GraphNode;
  rows: NodeRows;
  inner: GraphEdge[];
  width: number;
  height: number;
  block?: Block;
}

function sized(lane: Lane, node: GraphNode): Sized {
  const inner = lane.edges.filter((edge) => edge.from === node.id && edge.to === undefined);
  const rows = nodeRows(node, inner);
  if (node.kind !== 'group' && node.kind !== 'parallel')
    return { node, rows, inner, width: rows.width, height: rows.height };
  const block = placeInside(lane, node.id);
  return {
    node,
    rows,
    inner,
    block,
    width: Math.max(rows.width, block.width + 2 * BOX.pad),
    height: rows.height + block.height + BOX.pad,
  };
}

function linesBetween(lane: Lane, own: ReadonlySet<string>): { from: string; to: string; edges: GraphEdge[] }[] {
  const lines = new Map<string, { from: string; to: string; edges: GraphEdge[] }>();
  for (const edge of lane.edges) {
    if (edge.to === undefined || !own.has(edge.from) || !own.has(edge.to)) continue;
    const key = `${edge.from}>${edge.to}`;
    const line = lines.get(key) ?? { from: edge.from, to: edge.to, edges: [] };
    line.edges.push(edge);
    lines.set(key, line);
  }
  return [...lines.values()];
}

function placedEdge(edges: GraphEdge[], { points, x, y, width, height }: { points: Point[] } & BoxPlace): PlacedEdge {
  return {
    edges,
    points: points.map((point) => ({ x: point.x, y: point.y })),
    label: { x: x - width / 2, y: y - height / 2, width, height },
  };
}

const along = (point: Point, x: number, y: number): Point => ({ x: point.x + x, y: point.y + y });

function moved({ nodes, edges }: Block, x: number, y: number): Pick<Block, 'nodes' | 'edges'> {
  return {
    nodes: nodes.map((node) => ({ ...node, ...along(node, x, y) })),
    edges: edges.map((edge) => ({
      ...edge,
      points: edge.points.map((point) => along(point, x, y)),
      label: { ...edge.label, ...along(edge.label, x, y) },
    })),
  };
}

/** Lines may leave the box that dagre reports, so everything is moved until the block starts at 0/0. */
function shifted(nodes: PlacedNode[], edges: PlacedEdge[]): Block {
  const boxes = [...nodes, ...edges.map((edge) => edge.label)];
  const points = edges.flatMap((edge) => edge.points);
  const left = Math.min(...boxes.map((box) => box.x), ...points.map(({ x }) => x));
  const top = Math.min(...boxes.map((box) => box.y), ...points.map(({ y }) => y));
  if (!Number.isFinite(left) || !Number.isFinite(top)) return { width: 0, height: 0, nodes, edges };
  const right = Math.max(...boxes.map((box) => box.x + box.width), ...points.map(({ x }) => x));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height), ...points.map(({ y }) => y));
  const block = { width: right - left, height: bottom - top, nodes, edges };
  return { ...block, ...moved(block, -left, -top) };
}
