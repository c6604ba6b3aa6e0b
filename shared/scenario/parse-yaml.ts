/**
 * Guarded reading of one YAML file: never throws, has limited run time, rejects YAML features that cases do not use.
 */
import { LineCounter, isScalar, parseDocument, visit, type Document } from 'yaml';
import { diagnose, type DiagnosticCode, type ParamsOf } from './diagnostic-catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { Lost } from './lost.ts';
import { preScan, type Refusal } from './pre-scan.ts';
import { isPartFile } from './schema/basics.ts';
import { nowhere, sourceMapOf, type SourceMap } from './source-map.ts';
import { syntaxFindings } from './syntax-findings.ts';

export interface ParsedYaml {
  /** Plain data; undefined if the text could not be read. */
  value: unknown;
  source: SourceMap;
  diagnostics: Diagnostic[];
  /** Keys that were left out: duplicates and reserved ones. Any other error makes the whole text unreadable. */
  lost: Lost;
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  stringKeys: true,
  uniqueKeys: true,
  merge: false,
  resolveKnownTags: false,
  strict: true,
  prettyErrors: false,
} as const;

const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/** Reads one file. A caller that checks the same files repeatedly may pass a caching reader. */
export type ParseYaml = (file: string, text: string) => ParsedYaml;

export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const refused = preScan(text);
  if (refused) {
    const source = plainSource(file, text);
    return { value: undefined, source, lost: lostText(text), diagnostics: [diagnoseRefusal(refused, source)] };
  }
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  const source = sourceMapOf(file, text, document, lines);
  const diagnostics = [...syntaxFindings(document, source), ...nodeFindings(document, source)];
  if (diagnostics.some(({ code }) => !RECOVERABLE_CODES.has(code)))
    return { value: undefined, source, diagnostics, lost: lostText(text) };
  const lost = diagnostics.length === 0 ? new Lost() : leaveOutKeys(document);
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  // An included file may be empty; any other file may not.
  if (value === null && isPartFile(file)) {
    const start = source.span(0, 0);
    return { value: {}, source, lost, diagnostics: [...diagnostics, diagnose('PART_EMPTY', { file }, file, start)] };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    const range = source.valueAt([]);
    return {
      value: undefined,
      source,
      lost,
      diagnostics: [...diagnostics, diagnose('NOT_A_MAP', { file, example: exampleFor(file) }, file, range)],
    };
  }
  return { value, source, lost, diagnostics };
}

function diagnoseRefusal<C extends DiagnosticCode>(
  { code, params, offset, length }: Refusal<C>,
  source: SourceMap,
): Diagnostic {
  return diagnose(code, params, source.file, source.span(offset, offset + length));
}

const exampleFor = (file: string): string => (isPartFile(file) ? 'interviews:' : 'title: …');

/** Errors after which the rest of a file can still be read. */
const RECOVERABLE_CODES: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'RESERVED_KEY', 'YAML_TAG']);

function lostText(text: string): Lost {
  const lost = new Lost();
  lost.addText(text);
  return lost;
}

/** Removes reserved keys, and all duplicates of a key but the first. */
function leaveOutKeys(document: Document.Parsed): Lost {
  const lost = new Lost();
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      map.items = map.items.filter(({ key, value }) => {
        const name = isScalar(key) ? String(key.value) : '';
        const stays = !seen.has(name) && !RESERVED_KEYS.has(name);
        seen.add(name);
        if (!stays) lost.addText(`${name} ${String(value)}`);
        return stays;
      });
    },
  });
  return lost;
}

/** Reports aliases and keys that could reach JavaScript internals (such as `__proto__`). */
function nodeFindings(document: Document.Parsed, source: SourceMap): Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = <C extends DiagnosticCode>(
    code: C,
    params: ParamsOf<C>,
    range: readonly [number, number, number] | null | undefined,
  ) => found.push(diagnose(code, params, source.file, source.span(range?.[0] ?? 0, range?.[1] ?? 0)));
  visit(document, {
    Alias: (_, node) => void add('ALIAS', { name: `*${node.source}` }, node.range),
    Pair: (_, pair) => {
      if (isScalar(pair.key) && RESERVED_KEYS.has(String(pair.key.value)))
        add('RESERVED_KEY', { key: String(pair.key.value) }, pair.key.range);
    },
  });
  return found;
}

/** The source of a text that was not parsed. */
function plainSource(file: string, text: string): SourceMap {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  const position = (offset: number) => ({ line: lines.linePos(offset).line, col: lines.linePos(offset).col });
  const map: SourceMap = {
    ...nowhere(file),
    text,
    span: (start, end) => ({ start: position(start), end: position(end) }),
    of: () => map,
  };
  return map;
}
