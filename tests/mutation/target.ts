/** A file of a case as a target for wounds: its text, its tree with offsets, and its ids. */
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
} from 'yaml';
import { MAIN_FILE } from '../../shared/scenario/parse-case.ts';
import { isPartFile } from '../../shared/scenario/schema/basics.ts';

export type Path = readonly (string | number)[];

/** A key with its value. */
export interface KeyAt {
  key: string;
  path: Path;
  keyFrom: number;
  keyTo: number;
  valueFrom: number;
  valueTo: number;
  value: Node | null;
  /** Written as `key: value` on separate lines, not between braces. */
  isBlock: boolean;
}
export interface ScalarAt {
  value: unknown;
  path: Path;
  from: number;
  to: number;
  isPlain: boolean;
}
export interface EntryAt {
  path: Path;
  from: number;
  to: number;
  isBlock: boolean;
  count: number;
}

export interface Target {
  file: string;
  text: string;
  role: 'case' | 'translation' | 'law';
  lines: string[];
  keys: KeyAt[];
  scalars: ScalarAt[];
  entries: EntryAt[];
  lineOf(offset: number): number;
  startOfLine(line: number): number;
}

const LAW = /^jurisdictions\/[a-z][a-z0-9-]*\.yaml$/;
export function roleOf(file: string): Target['role'] {
  if (file === MAIN_FILE || isPartFile(file)) return 'case';
  return LAW.test(file) ? 'law' : 'translation';
}

export function targetOf(file: string, text: string): Target {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, version: '1.2' });
  const target: Target = {
    file,
    text,
    role: roleOf(file),
    lines: text.split('\n'),
    keys: [],
    scalars: [],
    entries: [],
    lineOf: (offset) => counter.linePos(Math.min(offset, text.length)).line,
    startOfLine: (line) => counter.lineStarts[line - 1] ?? text.length,
  };
  collect(target, document.contents, [], false);
  return target;
}

function collect(target: Target, node: unknown, path: Path, inFlow: boolean): void {
  if (!isNode(node)) return;
  if (isScalar(node)) addScalar(target, node, path);
  else if (isMap(node)) {
    const flow = inFlow || node.flow === true;
    for (const pair of node.items) addKey(target, pair, path, flow);
  } else if (isSeq(node)) {
    const flow = inFlow || node.flow === true;
    for (const [index, item] of node.items.entries()) {
      const at = [...path, index];
      const range = isNode(item) ? item.range : undefined;
      if (range && !isPair(item))
        target.entries.push({ path: at, from: range[0], to: range[1], isBlock: !flow, count: node.items.length });
      collect(target, item, at, flow);
    }
  }
}

function addScalar({ scalars }: Target, node: Scalar, path: Path): void {
  if (!node.range) return;
  scalars.push({ value: node.value, path, from: node.range[0], to: node.range[1], isPlain: node.type === 'PLAIN' });
}

function addKey(target: Target, { key, value }: Pair, path: Path, inFlow: boolean): void {
  if (!isScalar(key) || !key.range) return;
  const at = [...path, String(key.value)];
  const range = isNode(value) ? value.range : undefined;
  target.keys.push({
    key: String(key.value),
    path: at,
    keyFrom: key.range[0],
    keyTo: key.range[1],
    valueFrom: range?.[0] ?? key.range[1],
    valueTo: range?.[1] ?? key.range[1],
    value: isNode(value) ? value : null,
    isBlock: !inFlow,
  });
  collect(target, value, at, inFlow);
}

/** The last line of a key with its value, including indented lines and excluding empty lines after it. */
export function lastLine(target: Target, { valueTo }: Pick<KeyAt, 'valueTo'>): number {
  const before = target.text.slice(0, valueTo).trimEnd();
  return target.lineOf(before.length - 1);
}
