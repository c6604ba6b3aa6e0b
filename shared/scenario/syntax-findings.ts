/**
 * What is wrong with the YAML itself, told where an author must mend it. A parser notices a slip only where it can go on no
 * longer, often far below, and then stumbles over every line that follows: so only the first is told, at its cause.
 */
import { type Document, isCollection, isMap, isScalar, visit, type YAMLError, type YAMLMap } from 'yaml';
import { diagnose } from './diagnostic-catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { SourceMap } from './source-map.ts';

/** With these the rest of a file can still be read. */
const BEARABLE: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

export function syntaxFindings(document: Document.Parsed, source: SourceMap): Diagnostic[] {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = errors.find(({ code }) => !BEARABLE.has(code));
  const echoes = echoesOf(document);
  const bearable = errors.filter(
    ({ code, pos }) => BEARABLE.has(code) && !echoes.has(pos[0]) && (!first || pos[0] < first.pos[0]),
  );
  const found = bearable.map((error) => bearableFinding(error, source));
  return first ? [...found, causeOf(first, document, source)] : found;
}

/** Where the line with an id is gone, all keys below it are written twice: the first of such a run says it all. */
function echoesOf(document: Document.Parsed): ReadonlySet<number> {
  const echoes = new Set<number>();
  if (!document.errors.some(({ code }) => code === 'DUPLICATE_KEY')) return echoes;
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      let isRun = false;
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : '';
        const isTwice = seen.has(name);
        if (isTwice && isRun && isScalar(key) && key.range) echoes.add(key.range[0]);
        isRun ||= isTwice;
        seen.add(name);
      }
    },
  });
  return echoes;
}

function bearableFinding(error: YAMLError, source: SourceMap): Diagnostic {
  const range = source.span(error.pos[0], error.pos[1]);
  if (error.code === 'TAG_RESOLVE_FAILED') return diagnose('YAML_TAG', {}, source.file, range);
  const key = /^[^\s:]+/.exec(source.text.slice(error.pos[0]))?.[0] ?? '';
  return diagnose('DUPLICATE_KEY', { key }, source.file, range);
}

function causeOf(error: YAMLError, document: Document.Parsed, source: SourceMap): Diagnostic {
  const { text } = source;
  const say = (kind: string, says: string, from: number, to: number) =>
    diagnose('YAML_SYNTAX', { kind, says }, source.file, source.span(from, to));
  const tab = tabBefore(text, error.pos[0]);
  if (tab !== undefined) return say('TAB_AS_INDENT', 'a line is indented with a tab', tab, tab + 1);
  const open = openQuoteBefore(document, text, error.pos[0]);
  if (open !== undefined)
    return say('MISSING_CHAR', 'a quote is opened here and not closed in its line', open, open + 1);
  const odd =
    openBracketAround(error, document) ??
    (error.code === 'BAD_INDENT' ? oddOneOut(document, text, error.pos[0]) : undefined);
  // What is missing at the very end is shown at the last sign there is.
  const last = Math.max(0, text.trimEnd().length - 1);
  const [from, to] = odd ?? [Math.min(error.pos[0], last), Math.min(error.pos[1], last + 1)];
  const sentence = (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
  return say(error.code, sentence.charAt(0).toLowerCase() + sentence.slice(1), from, to);
}

/** The first tab with which a line up to the slip is indented. */
function tabBefore(text: string, before: number): number | undefined {
  const end = text.indexOf('\n', before);
  const match = /^ *\t/m.exec(end < 0 ? text : text.slice(0, end));
  return match ? match.index + match[0].length - 1 : undefined;
}

/** A quoted text that runs over several lines just before the slip began where its closing quote was forgotten. */
function openQuoteBefore(document: Document.Parsed, text: string, before: number): number | undefined {
  let open: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if ((type !== 'QUOTE_SINGLE' && type !== 'QUOTE_DOUBLE') || !range || range[0] > before) return undefined;
      const runsOn = text.slice(range[0], range[1]).includes('\n');
      if (runsOn && range[1] + 2 >= before) open ??= range[0];
      return undefined;
    },
  });
  return open;
}

/** A list or map between brackets that does not end where it should: where the outermost of them begins. */
function openBracketAround(error: YAMLError, document: Document.Parsed): [number, number] | undefined {
  if (!/^flow |expected flow/i.test(error.message)) return undefined;
  let open: [number, number] | undefined;
  visit(document, {
    Collection: (_, { flow, range }) => {
      if (flow === true && range && range[0] <= error.pos[0] && range[1] + 1 >= error.pos[0])
        open ??= [range[0], range[0] + 1];
    },
  });
  return open;
}

/** Of keys that should begin in one column, the first that does not keep to that of most. */
function oddOneOut(document: Document.Parsed, text: string, at: number): [number, number] | undefined {
  let [nearest, map]: [number, YAMLMap | undefined] = [Number.POSITIVE_INFINITY, undefined];
  visit(document, {
    Map: (_, each) => {
      for (const [from] of keysOf(each)) if (from >= at && from < nearest) [nearest, map] = [from, each];
    },
  });
  if (!map) return undefined;
  const keys = keysOf(map);
  const columns = keys.map(([from]) => columnOf(text, from));
  const usual = usualColumn(text, keys, columns);
  const odd = columns.findIndex((column) => column !== usual);
  return keyThatSlipped(text, map, odd, usual) ?? childThatSlipped(text, map, odd, usual) ?? keys[odd];
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

function usualColumn(text: string, keys: readonly [number, number][], columns: readonly number[]): number {
  const first = keys[0]?.[0] ?? 0;
  const expected = columnAbove(text, first, columnOf(text, first)) + STEP;
  if (columns.includes(expected)) return expected;
  const count = (column: number) => columns.filter((each) => each === column).length;
  return columns.reduce((best, each) => (count(each) > count(best) ? each : best), columns[0] ?? 0);
}

/** Where a key stands too far left, what belongs to it stands two steps in, and the next of its brothers one step. */
function keyThatSlipped(text: string, map: YAMLMap, odd: number, usual: number): [number, number] | undefined {
  const before = map.items[odd - 1]?.value;
  const [from] = keysOf(map)[odd] ?? [];
  if (from === undefined || columnOf(text, from) !== usual + STEP) return undefined;
  // One child alone may itself have slipped.
  if (!isCollection(before) || before.flow === true || (isMap(before) && before.items.length < 2)) return undefined;
  if (!before.range || columnOf(text, before.range[0]) !== usual + 2 * STEP) return undefined;
  return keysOf(map)[odd - 1];
}

/** Where the first child of a key stands too far right, its brothers and sisters seem to stand too far left. */
function childThatSlipped(text: string, map: YAMLMap, odd: number, usual: number): [number, number] | undefined {
  const before = map.items[odd - 1]?.value;
  const [from] = keysOf(map)[odd] ?? [];
  if (!isMap(before) || from === undefined || columnOf(text, from) !== usual + STEP) return undefined;
  const child = keysOf(before)[0];
  return child && columnOf(text, child[0]) > usual + STEP ? child : undefined;
}

/** Cases are indented by two. */
const STEP = 2;

/** The column of what a key hangs on: the dash in its line, or the nearest line above that begins further left. */
function columnAbove(text: string, from: number, column: number): number {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const dash = /^ *-/.exec(text.slice(start, from));
  if (dash) return dash[0].length - 1;
  const above = text.slice(0, start).split('\n').reverse();
  const line = above.find((each) => each.trim() !== '' && each.length - each.trimStart().length < column);
  return line === undefined ? -STEP : line.length - line.trimStart().length;
}

const keysOf = (map: YAMLMap): [number, number][] =>
  map.items.flatMap(({ key }): [number, number][] =>
    isScalar(key) && key.range ? [[key.range[0], key.range[1]]] : [],
  );
