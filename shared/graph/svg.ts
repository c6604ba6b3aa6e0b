/**
 * The graph as one SVG text, alone or inside a page. Colours are CSS variables with light defaults and dark ones for
 * `prefers-color-scheme: dark`; a page may set its own (`--graph-ink` …) or mark a root `data-graph-theme="dark"`.
 *
 * Hooks for pages: `data-state="chart.state"`, `data-edge="<id>"` and `data-chart`, each with `data-file` and
 * `data-line`. A page sets the classes `lit` (active state) and `taken` (the latest transition).
 */
import type { GraphEdge, GraphPlace } from './case-graph.ts';
import type { BoxPlace, GraphLayout, PlacedEdge, PlacedLane, PlacedNode, Point } from './layout.ts';
import { BOX, edgeRow, edgeText, textWidth } from './measure.ts';

export interface SvgOptions {
  /** States that are lit at first. */
  lit?: readonly string[];
  /** Makes states and transitions focusable, for an interactive page. */
  interactive?: boolean;
}

export function graphSvg(layout: GraphLayout, options: SvgOptions = {}): string {
  const pad = 12;
  const [width, height] = [Math.ceil(layout.width + 2 * pad), Math.ceil(layout.height + 2 * pad)];
  const lanes = layout.lanes.map((lane) => laneSvg(lane, options)).join('\n');
  return [
    `<svg class="case-graph" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` viewBox="${-pad} ${-pad} ${width} ${height}" role="${options.interactive ? 'group' : 'img'}" aria-label="${escape(layout.graph.title)}">`,
    `<title>${escape(layout.graph.title)}</title><style>${STYLE}</style>`,
    '<defs><marker id="graph-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7"',
    ' orient="auto-start-reverse"><path class="arrow" d="M0 0 10 5 0 10z"/></marker></defs>',
    `<rect class="ground" x="${-pad}" y="${-pad}" width="${width}" height="${height}"/>`,
    lanes,
    '</svg>',
  ].join('\n');
}

const STYLE = `
.case-graph{--ink:var(--graph-ink,#1f2937);--dim:var(--graph-dim,#5b6472);--ground:var(--graph-ground,#fff);--lane:var(--graph-lane,#f4f5f7);--box:var(--graph-box,#fff);--line:var(--graph-line,#8a94a3);--lit:var(--graph-lit,#ffd45e);--lit-ink:var(--graph-lit-ink,#1b1400);--lit-line:var(--graph-lit-line,#a86400);--taken:var(--graph-taken,#c2410c);--chosen:var(--graph-chosen,#1d4ed8);font-family:"Noto Sans",system-ui,sans-serif}
@media (prefers-color-scheme:dark){.case-graph{--ink:var(--graph-ink,#e8eaee);--dim:var(--graph-dim,#aab2bf);--ground:var(--graph-ground,#14171c);--lane:var(--graph-lane,#1b2027);--box:var(--graph-box,#262c36);--line:var(--graph-line,#7b8696);--lit:var(--graph-lit,#8a5a00);--lit-ink:var(--graph-lit-ink,#fff6e0);--lit-line:var(--graph-lit-line,#ffc552);--taken:var(--graph-taken,#ff9d5c);--chosen:var(--graph-chosen,#8db4ff)}}
[data-graph-theme=dark] .case-graph{--ink:var(--graph-ink,#e8eaee);--dim:var(--graph-dim,#aab2bf);--ground:var(--graph-ground,#14171c);--lane:var(--graph-lane,#1b2027);--box:var(--graph-box,#262c36);--line:var(--graph-line,#7b8696);--lit:var(--graph-lit,#8a5a00);--lit-ink:var(--graph-lit-ink,#fff6e0);--lit-line:var(--graph-lit-line,#ffc552);--taken:var(--graph-taken,#ff9d5c);--chosen:var(--graph-chosen,#8db4ff)}
[data-graph-theme=light] .case-graph{--ink:var(--graph-ink,#1f2937);--dim:var(--graph-dim,#5b6472);--ground:var(--graph-ground,#fff);--lane:var(--graph-lane,#f4f5f7);--box:var(--graph-box,#fff);--line:var(--graph-line,#8a94a3);--lit:var(--graph-lit,#ffd45e);--lit-ink:var(--graph-lit-ink,#1b1400);--lit-line:var(--graph-lit-line,#a86400);--taken:var(--graph-taken,#c2410c);--chosen:var(--graph-chosen,#1d4ed8)}
.case-graph text{fill:var(--ink)}
.case-graph .ground{fill:var(--ground)}
.case-graph .lane{fill:var(--lane)}
.case-graph .lane-title{font:600 15px/1 "Noto Sans",system-ui,sans-serif}
.case-graph .key,.case-graph .note{font-size:10.5px;fill:var(--dim)}
.case-graph .title{font-size:13px;font-weight:600}
.case-graph .box{fill:var(--box);stroke:var(--line);stroke-width:1.2}
.case-graph .holds>.box{fill:none;stroke-dasharray:5 4}
.case-graph .final>.rim{fill:none;stroke:var(--line)}
.case-graph .begin{fill:var(--ink)}
.case-graph .path{fill:none;stroke:var(--line);stroke-width:1.4}
.case-graph .arrow{fill:var(--line)}
.case-graph .label{font-size:11px}
.case-graph .plate{fill:var(--lane)}
.case-graph [tabindex]{cursor:pointer}
.case-graph .lit>.box{fill:var(--lit);stroke:var(--lit-line);stroke-width:2.4}
.case-graph .lit.holds>.box{fill:none}
.case-graph .lit:not(.holds)>text{fill:var(--lit-ink)}
.case-graph .taken .path{stroke:var(--taken);stroke-width:3}
.case-graph .edge .taken{fill:var(--taken);font-weight:700}
.case-graph .chosen>.box,.case-graph [tabindex]:focus-visible>.box{stroke:var(--chosen);stroke-width:3}
.case-graph .row.chosen,.case-graph .row:focus-visible{fill:var(--chosen);text-decoration:underline}
.case-graph [tabindex]:focus{outline:none}
@media print{.case-graph .ground{fill:#fff}}
`;

function laneSvg(placed: PlacedLane, options: SvgOptions): string {
  const { lane, x, y, width, height, nodes, edges, anywhere } = placed;
  const middle = x + width / 2;
  const shown = lane.title ?? lane.chart;
  return [
    `<g data-chart="${escape(lane.chart)}"${place(lane.place)}>`,
    rect('lane', { x, y, width, height }, 14),
    `<text class="lane-title" x="${middle}" y="${y + 28}" text-anchor="middle">${escape(shown)}</text>`,
    ...anywhere.map(
      (edge, index) =>
        `<text ${edgeHooks(edge, options)} x="${middle}" y="${y + 48 + index * 18}" text-anchor="middle">${escape(
          `${edgeRow(edge)}${edge.to === undefined ? '' : ` → ${edge.to.slice(lane.chart.length + 1)}`}`,
        )}</text>`,
    ),
    ...nodes.map((node) => nodeSvg(node, options)),
    ...edges.map((edge) => edgeSvg(edge, options)),
    '</g>',
  ].join('\n');
}

function nodeSvg(placed: PlacedNode, { lit = [], interactive = false }: SvgOptions): string {
  const { node, rows, x, y, width, height } = placed;
  const holds = node.kind === 'group' || node.kind === 'parallel';
  const classes = [
    'state',
    holds ? 'holds' : '',
    node.kind === 'final' ? 'final' : '',
    lit.includes(node.id) ? 'lit' : '',
  ];
  const centre = x + width / 2;
  let line = y + 21;
  const text = (kind: string, words: string, height: number) => {
    const row = `<text class="${kind}" x="${centre}" y="${line}" text-anchor="middle">${escape(words)}</text>`;
    line += height;
    return row;
  };
  return [
    `<g class="${classes.filter((one) => one !== '').join(' ')}" data-state="${escape(node.id)}"${place(node.place)}`,
    `${interactive ? ` tabindex="0" role="button" aria-label="${escape(node.title ?? node.key)} (${escape(node.id)})"` : ''}>`,
    `<title>${escape([node.id, ...node.entry, ...node.exit].join('\n'))}</title>`,
    rect('box', { x, y, width, height }, 9),
    ...(node.kind === 'final' ? [rect('rim', { x: x + 3, y: y + 3, width: width - 6, height: height - 6 }, 7)] : []),
    ...(node.initial ? [`<circle class="begin" cx="${round(centre)}" cy="${round(y)}" r="5"/>`] : []),
    ...rows.title.map((words) => text('title', words, BOX.titleRow)),
    ...(rows.key === undefined ? [] : [text('key', rows.key, BOX.row)]),
    ...rows.notes.map((note) => text('note', note, BOX.row)),
    '</g>',
  ].join('');
}

function edgeSvg({ edges, points, label }: PlacedEdge, options: SvgOptions): string {
  return [
    `<g class="edge" data-from="${escape(edges[0]?.from ?? '')}" data-to="${escape(edges[0]?.to ?? '')}">`,
    `<path class="path" d="${curve(points)}" marker-end="url(#graph-arrow)"/>`,
    ...edges.map((edge, index) => labelBackground(label, index, textWidth(edgeRow(edge), 11))),
    ...edges.map(
      (edge, index) =>
        `<text ${edgeHooks(edge, options)} x="${round(label.x + label.width / 2)}" y="${round(
          label.y + 13 + index * BOX.labelRow,
        )}" text-anchor="middle">${escape(edgeRow(edge))}<title>${escape(edgeText(edge))}</title></text>`,
    ),
    '</g>',
  ].join('');
}

/** Hides the line behind one row of a label. */
const labelBackground = (label: BoxPlace, index: number, width: number): string =>
  rect(
    'plate',
    { x: label.x + label.width / 2 - width / 2, y: label.y + 1 + index * BOX.labelRow, width, height: BOX.labelRow },
    3,
  );

const edgeHooks = (edge: GraphEdge, { interactive = false }: SvgOptions): string =>
  `class="label row" data-edge="${escape(edge.id)}"${place(edge.place)}${
    interactive ? ` tabindex="0" role="button" aria-label="${escape(`${edge.from}: ${edgeText(edge)}`)}"` : ''
  }`;

const place = ({ file, line }: GraphPlace): string => ` data-file="${escape(file)}" data-line="${line}"`;

function rect(kind: string, { x, y, width, height }: BoxPlace, radius: number): string {
  return `<rect class="${kind}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}"/>`;
}

/** A line with rounded corners. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const middle = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${round(point.x)} ${round(point.y)} ${round((point.x + next.x) / 2)} ${round((point.y + next.y) / 2)}`;
  });
  return [`M${round(first.x)} ${round(first.y)}`, ...middle, `L${round(last.x)} ${round(last.y)}`].join(' ');
}

const round = (value: number): number => Math.round(value * 10) / 10;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
