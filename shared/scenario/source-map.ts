/** Maps a path in the parsed value to its place in the text. */
import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from 'yaml';
import type { Range } from './diagnostic.ts';

export type Path = readonly (string | number)[];

export interface SourceMap {
  file: string;
  text: string;
  /** The range of the value at a path, or of the nearest ancestor. */
  valueAt(path: Path): Range;
  /** The range of the last key of a path, or of the nearest ancestor. */
  keyAt(path: Path): Range;
  /** The range of words in the value at a path; of the whole value if the text differs (a text broken over lines). */
  wordsAt(path: Path, words: string): Range;
  /** A range by offsets. */
  span(start: number, end: number): Range;
  /** The file of a path: this one, unless the case is in several files. */
  of(path: Path): SourceMap;
}

interface Found {
  key: unknown;
  value: unknown;
}

export function sourceMapOf(file: string, text: string, document: Document.Parsed, lines: LineCounter): SourceMap {
  const span = (start: number, end: number): Range => {
    const [from, to] = [lines.linePos(start), lines.linePos(Math.max(start, end))];
    return {
      start: { line: Math.max(1, from.line), col: Math.max(1, from.col) },
      end: { line: Math.max(1, to.line), col: Math.max(1, to.col) },
    };
  };
  const rangeOf = (node: unknown): Range | undefined => {
    if (!isNode(node) || !node.range) return undefined;
    return span(node.range[0], node.range[1]);
  };
  const start = span(0, 0);
  const map: SourceMap = {
    file,
    text,
    span,
    valueAt: (path) => {
      const { found, whole } = walk(document.contents, path);
      return (whole ? rangeOf(found.value) : undefined) ?? rangeOf(found.key) ?? rangeOf(found.value) ?? start;
    },
    keyAt: (path) => {
      const { found } = walk(document.contents, path);
      return rangeOf(found.key) ?? (path.length === 0 ? start : (rangeOf(found.value) ?? start));
    },
    wordsAt: (path, words) => {
      const { found, whole } = walk(document.contents, path);
      const range = whole && isNode(found.value) ? found.value.range : undefined;
      const at = range ? text.indexOf(words, range[0]) : -1;
      return range && at >= 0 && at + words.length <= range[1] ? span(at, at + words.length) : map.valueAt(path);
    },
    of: () => map,
  };
  return map;
}

/** Walks down as far as the text goes. Skips steps that exist only after parsing (a single value made a list). */
function walk(root: unknown, path: Path): { found: Found; whole: boolean } {
  let found: Found = { key: undefined, value: root };
  for (const step of path) {
    const next = child(found.value, step);
    if (next) found = next;
    else if (step !== 0 || isSeq(found.value)) return { found, whole: false };
  }
  return { found, whole: true };
}

function child(node: unknown, step: string | number): Found | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    return pair && { key: pair.key, value: pair.value };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? undefined : { key: item, value: item };
  }
  return undefined;
}

/** A source map without text. */
export const nowhere = (file: string): SourceMap => {
  const start: Range = { start: { line: 1, col: 1 }, end: { line: 1, col: 1 } };
  const map: SourceMap = {
    file,
    text: '',
    valueAt: () => start,
    keyAt: () => start,
    wordsAt: () => start,
    span: () => start,
    of: () => map,
  };
  return map;
};
