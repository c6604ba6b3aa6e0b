/**
 * A case in several files. `include: [people.yaml]` names files beside scenario.yaml; each has some of the sections
 * that are lists by id, and is merged into the case id by id. The owner file of each id is stored, so that a diagnostic
 * points into the file that the author must fix.
 */
import { diagnose } from './diagnostic-catalogue.ts';
import type { Diagnostic, Range } from './diagnostic.ts';
import { Lost } from './lost.ts';
import { nearest } from './nearest.ts';
import type { ParsedYaml, ParseYaml } from './parse-yaml.ts';
import type { CaseFiles } from './read-file.ts';
import { isPartFile } from './schema/basics.ts';
import { PART_DEBRIEF, PART_SECTIONS } from './schema/part.ts';
import { Scenario } from './schema/scenario.ts';
import { typeName } from './shape-findings.ts';
import type { Path, SourceMap } from './source-map.ts';

type Mapping = Record<string, unknown>;

export interface Merged {
  raw: Mapping;
  source: SourceMap;
  /** Unreadable parts of the included files. */
  lost: Lost;
  /** The starts of the included files: a missing section may belong there. */
  parts: Place[];
  /** Diagnostics of the included files and of the `include` list. */
  diagnostics: Diagnostic[];
}

interface Place {
  file: string;
  range: Range;
}

/** Merges the included files into the raw value of a case. */
export function mergeIncluded(files: CaseFiles, raw: Mapping, main: SourceMap, parse: ParseYaml): Merged {
  const merge = new Merge(raw, main);
  const { diagnostics } = merge;
  const listed = Array.isArray(raw['include']) ? (raw['include'] as unknown[]) : [];
  const names = listed.map((name) => (typeof name === 'string' ? name : ''));
  for (const [index, name] of names.entries()) {
    if (!isPartFile(name)) continue;
    const at = main.valueAt(['include', index]);
    const text = files[name];
    if (names.indexOf(name) < index) diagnostics.push(diagnose('INCLUDED_TWICE', { name }, main.file, at));
    else if (text === undefined) {
      diagnostics.push(diagnose('FILE_MISSING', { name }, main.file, at));
      merge.lost.addEverything();
    } else merge.take(parse(name, text));
  }
  for (const name of Object.keys(files)) {
    if (!isPartFile(name) || names.includes(name)) continue;
    const start = { line: 1, col: 1 };
    diagnostics.push(diagnose('FILE_NOT_INCLUDED', { name }, name, { start, end: start }));
  }
  return { raw: merge.raw, source: merge.source(), lost: merge.lost, parts: merge.parts, diagnostics };
}

/** The sections that are lists by id, as paths. */
const LIST_SECTIONS: readonly (readonly string[])[] = [
  ...PART_SECTIONS.map((section) => [section]),
  ...PART_DEBRIEF.map((section) => ['debrief', section]),
];
const KNOWN: readonly string[] = [...PART_SECTIONS, 'debrief'];
const nameOf = (path: Path): string => path.join('\0');

class Merge {
  readonly raw: Mapping;
  readonly lost = new Lost();
  readonly parts: Place[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #main: SourceMap;
  /** The file of each section and id; others are in the main file. */
  readonly #owners = new Map<string, SourceMap>();

  constructor(raw: Mapping, main: SourceMap) {
    this.raw = { ...raw };
    this.#main = main;
  }

  take(parsed: ParsedYaml): void {
    this.diagnostics.push(...parsed.diagnostics);
    this.lost.add(parsed.lost);
    this.parts.push({ file: parsed.source.file, range: parsed.source.span(0, 0) });
    if (parsed.value === undefined) return;
    const part = parsed.value as Mapping;
    this.#checkSections(part, parsed.source);
    for (const list of LIST_SECTIONS) this.#mergeList(list, part, parsed.source);
  }

  /** The merged case as one source: each path leads into its own file. */
  source(): SourceMap {
    const main = this.#main;
    const owners = this.#owners;
    if (owners.size === 0) return main;
    const of = (path: Path): SourceMap => {
      for (let length = Math.min(path.length, 3); length > 0; length--) {
        const owner = owners.get(nameOf(path.slice(0, length)));
        if (owner) return owner;
      }
      return main;
    };
    return {
      ...main,
      of,
      valueAt: (path) => of(path).valueAt(path),
      keyAt: (path) => of(path).keyAt(path),
      wordsAt: (path, words) => of(path).wordsAt(path, words),
    };
  }

  #checkSections(part: Mapping, source: SourceMap): void {
    const say = (path: Path, make: (range: ReturnType<SourceMap['keyAt']>) => Diagnostic) =>
      this.diagnostics.push(make(source.keyAt(path)));
    for (const key of Object.keys(part)) {
      if (KNOWN.includes(key)) continue;
      if (key === 'include') say([key], (range) => diagnose('INCLUDE_INSIDE_INCLUDE', {}, source.file, range));
      else if (Object.hasOwn(Scenario.shape, key))
        say([key], (range) => diagnose('NOT_FOR_INCLUDED', { key }, source.file, range));
      else {
        const params = { key, within: source.file, meant: nearest(key, KNOWN), known: [...KNOWN] };
        say([key], (range) => diagnose('UNKNOWN_KEY', params, source.file, range));
      }
    }
    const debrief = part['debrief'];
    if (!isMapping(debrief)) return;
    for (const key of Object.keys(debrief)) {
      if (!(PART_DEBRIEF as readonly string[]).includes(key))
        say(['debrief', key], (range) => diagnose('NOT_FOR_INCLUDED', { key: `debrief.${key}` }, source.file, range));
    }
  }

  #mergeList(list: readonly string[], part: Mapping, source: SourceMap): void {
    const [section = '', inner] = list;
    const outer = inner === undefined ? part : part[section];
    if (inner !== undefined && !isMapping(part[section]) && part[section] !== undefined) {
      if (inner === PART_DEBRIEF[0]) this.#mustBeKeys([section], part[section], source);
      return;
    }
    const added = isMapping(outer) ? outer[inner ?? section] : undefined;
    if (added === undefined) return;
    if (!isMapping(added)) {
      this.#mustBeKeys(list, added, source);
      return;
    }
    this.#add(list, added, source);
  }

  #add(list: readonly string[], added: Mapping, source: SourceMap): void {
    const [section = '', inner] = list;
    const holder = inner === undefined ? this.raw : (this.raw[section] ?? {});
    if (!isMapping(holder)) return;
    const key = inner ?? section;
    const before = holder[key];
    // A wrong value in the main file has its own diagnostic there.
    if (before !== undefined && !isMapping(before)) return;
    if (before === undefined) this.#owners.set(nameOf(list), source);
    if (inner !== undefined && this.raw[section] === undefined) this.#owners.set(section, source);
    const merged: Mapping = { ...before };
    for (const [id, value] of Object.entries(added)) {
      const path = [...list, id];
      if (Object.hasOwn(merged, id)) this.#reportDuplicate(path, id, source);
      else {
        merged[id] = value;
        this.#owners.set(nameOf(path), source);
      }
    }
    if (inner === undefined) this.raw[key] = merged;
    else this.raw[section] = { ...holder, [key]: merged };
  }

  /** Reports an id in two files at both places; the first one stays. */
  #reportDuplicate(path: Path, id: string, second: SourceMap): void {
    const first = this.#owners.get(nameOf(path)) ?? this.#main;
    const places = [
      { own: second, other: first },
      { own: first, other: second },
    ];
    for (const { own, other } of places) {
      const at = other.keyAt(path).start;
      const params = { id, other: `${other.file}:${at.line}:${at.col}` };
      this.diagnostics.push(diagnose('DUPLICATE_ID', params, own.file, own.keyAt(path)));
    }
  }

  #mustBeKeys(path: Path, got: unknown, source: SourceMap): void {
    const key = String(path.at(-1));
    const params = { key, expected: 'keys with values', got: typeName(got) };
    this.diagnostics.push(diagnose('WRONG_TYPE', params, source.file, source.valueAt(path)));
  }
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
