/**
 * YAML syntax errors, reported where the author must fix them. A parser notices a mistake only where it cannot
 * continue, often far below, and then reports every following line: so only the first error is reported, at its cause.
 */
import { type Document, isCollection, isMap, isScalar, visit, type YAMLError, type YAMLMap } from 'yaml';
import { diagnose } from './diagnostic-catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { SourceMap } from './source-map.ts';

/** Errors after which the rest of a file can still be read. */
const RECOVERABLE: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

export function syntaxFindings(document: Document.Parsed, source: SourceMap): Diagnostic[] {
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = errors.find(({ code }) => !RECOVERABLE.has(code));
  const echoes = echoesOf(document);
  const bearable = errors.filter(
    ({ code, pos }) => RECOVERABLE.has(code) && !echoes.has(pos[0]) && (!first || pos[0] < first.pos[0]),
  );
  const found = bearable.map((error) => recoverableFinding(error, source));
  return first ? [...found, causeOf(first, document, source)] : found;
}

/** If the line with an id is missing, all keys below it are duplicates: the first one of such a run is enough. */
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

function recoverableFinding(error: YAMLError, source: SourceMap): Diagnostic {
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
  // An error at the very end is shown at the last character.
  const last = Math.max(0, text.trimEnd().length - 1);
  const [from, to] = odd ?? [Math.min(error.pos[0], last), Math.min(error.pos[1], last + 1)];
  const sentence = (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
  return say(error.code, sentence.charAt(0).toLowerCase() + sentence.slice(1), from, to);
}

/** The first tab that indents a line before the error. */
function tabBefore(text: string, before: number): number | undefined {
  const end = text.indexOf('\n', before);
  const match = /^ *\t/m.exec(end < 0 ? text : text.slice(0, end));
  return match ? match.index + match[0].length - 1 : undefined;
}

/**
 * A quoted text over several lines just before the error: its closing quote is probably missing, so this returns its
 * start.
 */
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

/** The start of the outermost list or map in brackets that is not closed. */
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

/** The first of the keys of one map that is not in the column of most of them. */
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
  const expected = columnAbove(text, first, columnOf(text, first)) + INDENT;
  if (columns.includes(expected)) return expected;
  const count = (column: number) => columns.filter((each) => each === column).length;
  return columns.reduce((best, each) => (count(each) > count(best) ? each : best), columns[0] ?? 0);
}

/** A key too far left: its own children are two steps further in, and its next sibling one step. */
function keyThatSlipped(text: string, map: YAMLMap, odd: number, usual: number): [number, number] | undefined {
  const before = map.items[odd - 1]?.value;
  const [from] = keysOf(map)[odd] ?? [];
  if (from === undefined || columnOf(text, from) !== usual + INDENT) return undefined;
  // A single child may itself be misplaced.
  if (!isCollection(before) || before.flow === true || (isMap(before) && before.items.length < 2)) return undefined;
  if (!before.range || columnOf(text, before.range[0]) !== usual + 2 * INDENT) return undefined;
  return keysOf(map)[odd - 1];
}

/** If the first child of a key is too far right, its siblings seem too far left. */
function childThatSlipped(text: string, map: YAMLMap, odd: number, usual: number): [number, number] | undefined {
  const before = map.items[odd - 1]?.value;
  const [from] = keysOf(map)[odd] ?? [];
  if (!isMap(before) || from === undefined || columnOf(text, from) !== usual + INDENT) return undefined;
  const child = keysOf(before)[0];
  return child && columnOf(text, child[0]) > usual + INDENT ? child : undefined;
}

/** Indentation of cases, in spaces. */
const INDENT = 2;

/** The column of a key's parent: the dash in its line, or the nearest line above that starts further left. */
function columnAbove(text: string, from: number, column: number): number {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const dash = /^ *-/.exec(text.slice(start, from));
  if (dash) return dash[0].length - 1;
  const above = text.slice(0, start).split('\n').reverse();
  const line = above.find((each) => each.trim() !== '' && each.length - each.trimStart().length < column);
  return line === undefined ? -INDENT : line.length - line.trimStart().length;
}

const keysOf = (map: YAMLMap): [number, number][] =>
  map.items.flatMap(({ key }): [number, number][] =>
    isScalar(key) && key.range ? [[key.range[0], key.range[1]]] : [],
  );
