/** Estimates the size of drawn texts without a canvas: an average width per letter is accurate enough for boxes. */
import type { GraphEdge, GraphNode } from './case-graph.ts';

export const BOX = { pad: 14, titleRow: 17, row: 15, labelRow: 15, widest: 190 };

/** Letters of scripts that are drawn wider than Latin ones. */
const WIDE = /[\u1100-\uffff\u1200-\u137f]/;

/** Width of a text in pixels at a font size. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += size * (WIDE.test(letter) ? 0.95 : /[A-ZMW@mw]/.test(letter) ? 0.72 : 0.56);
  return Math.ceil(width);
}

/** A text broken at spaces so that no line is wider than `widest`, if its words are short enough. */
export function wrapText(text: string, size: number, widest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= widest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface NodeRows {
  title: string[];
  /** The key of the state, if it has a title too. */
  key?: string;
  /** Its effects, in short. */
  notes: string[];
  width: number;
  height: number;
}

const MAX_NOTES = 5;

export function nodeRows(node: GraphNode, inner: readonly GraphEdge[]): NodeRows {
  const title = wrapText(node.title ?? node.key, 13, BOX.widest);
  const all = [
    ...node.entry.map((does) => `→ ${does}`),
    ...node.exit.map((does) => `← ${does}`),
    ...inner.map((edge) => `↻ ${edgeRow(edge)}`),
  ];
  const shown = all.length > MAX_NOTES ? [...all.slice(0, MAX_NOTES - 1), `… ${all.length - MAX_NOTES + 1}`] : all;
  const notes = shown.map((note) => truncate(note, 10.5, BOX.widest));
  const widths = [
    ...title.map((line) => textWidth(line, 13)),
    textWidth(node.key, 10.5),
    ...notes.map((note) => textWidth(note, 10.5)),
  ];
  const rows = (node.title === undefined ? 0 : 1) + notes.length;
  return {
    title,
    ...(node.title === undefined ? {} : { key: node.key }),
    notes,
    width: Math.max(90, ...widths) + 2 * BOX.pad,
    height: title.length * BOX.titleRow + rows * BOX.row + 18,
  };
}

/** A text shortened with an ellipsis; the tooltip has the whole text. */
export function truncate(text: string, size: number, widest: number): string {
  if (textWidth(text, size) <= widest) return text;
  let short = text;
  while (short.length > 1 && textWidth(`${short}…`, size) > widest) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

/** A transition on one row: `bus-stopped`, `after 40m [not in suspects.alerted]`. */
export const edgeRow = (edge: GraphEdge): string => truncate(edgeText(edge), 11, BOX.widest);

/** The text of `edgeRow`, not shortened. */
export function edgeText({ kind, by, guard, does }: GraphEdge): string {
  const cause = kind === 'on' ? (by ?? '') : kind === 'after' ? `after ${by ?? ''}` : '';
  const when = guard === undefined ? '' : cause === '' ? `when ${guard}` : `[${guard}]`;
  const then = does.length === 0 ? '' : `/ ${does.join(', ')}`;
  return [cause, when, then].filter((part) => part !== '').join(' ') || 'at once';
}
