/** Translations: the same tree of ids as the case, with texts only. Reads them and reports what they lack. */
import { collect, type Report } from './case-under-check.ts';
import { lintRealData } from './checks/harm.ts';
import type { Translation } from './compiled.ts';
import { diagnose } from './diagnostic-catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Lost } from './lost.ts';
import { nearest } from './nearest.ts';
import type { ParseYaml } from './parse-yaml.ts';
import type { CaseFiles, ReadFile } from './read-file.ts';
import { Jurisdiction } from './schema/jurisdiction.ts';
import { Scenario } from './schema/scenario.ts';
import { type FoundText, textsOf } from './schema-walk.ts';
import type { Path, SourceMap } from './source-map.ts';
import { type SourceHashes, sourcesFileOf, textHash } from './text-hash.ts';

/** The key with the version of the case that was translated; the only key of a translation that is no text. */
export const MADE_OF = 'translation-of';

const CASE_TRANSLATION = /^([a-z]{2,3})\.yaml$/;
const LAW_TRANSLATION = /^jurisdictions\/[a-z][a-z0-9-]*\.([a-z]{2,3})\.yaml$/;

interface Base {
  main: ReadFile<Scenario>;
  law: Jurisdiction | undefined;
  /** Unreadable parts of the translations. */
  lost: Lost;
  parse: ParseYaml;
}

export interface ReadTranslations {
  /** By language; texts of the law pack are under `law`. */
  translations: Record<string, Translation>;
  diagnostics: Diagnostic[];
}

export function readTranslations(files: CaseFiles, base: Base): ReadTranslations {
  const { main, lost } = base;
  const translations: Record<string, Translation> = {};
  const diagnostics: Diagnostic[] = [];
  for (const file of translationFiles(files, main.value)) {
    const parsed = base.parse(file.name, file.text);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.value === undefined) continue;
    const { [MADE_OF]: madeOf, ...tree } = parsed.value as Translation;
    translations[file.language] = { ...translations[file.language], ...(file.ofLaw ? { law: tree } : tree) };
    diagnostics.push(...translationFindings(files, base, { ...file, source: parsed.source, tree, madeOf }));
  }
  if (main.value) {
    const { value } = main;
    diagnostics.push(...collect({ source: main.source, lost }, (report) => checkLanguages(value, report, files)));
  }
  return { translations, diagnostics };
}

interface TranslationFile {
  name: string;
  text: string;
  language: string;
  /** True for a translation of the law pack, false for one of the case. */
  ofLaw: boolean;
}

/** The translations among the files. A law pack serves many cases: only the languages of this case are read. */
function translationFiles(files: CaseFiles, scenario: Scenario | undefined): TranslationFile[] {
  return Object.entries(files).flatMap(([name, text]) => {
    const ofCase = CASE_TRANSLATION.exec(name)?.[1];
    const language = ofCase ?? LAW_TRANSLATION.exec(name)?.[1];
    if (language === undefined) return [];
    const ofLaw = ofCase === undefined;
    if (ofLaw && scenario && !scenario.languages.includes(language)) return [];
    return [{ name, text, language, ofLaw }];
  });
}

/** Diagnostics of one readable translation. */
function translationFindings(
  files: CaseFiles,
  { main, law, lost }: Base,
  file: TranslationFile & { source: SourceMap; tree: Translation; madeOf: unknown },
): Diagnostic[] {
  const { language, tree, madeOf, source } = file;
  const { hashes, diagnostics } = readHashes(files, file.name);
  const realData = collect({ source, lost }, (report) => {
    for (const { path, text: words } of textLeaves(tree)) lintRealData(path, words, report);
  });
  const compared = collect({ source, lost }, (report) => {
    const comparison = { language, tree, report };
    if (file.ofLaw) {
      if (law) compare(comparison, textsOf(Jurisdiction, law), hashes);
      return;
    }
    if (!main.value) return;
    const isKnown = compare(comparison, textsOf(Scenario, main.value), hashes);
    // If the source of every text is known, the version adds nothing.
    if (!isKnown && typeof madeOf === 'string' && madeOf !== main.value.version)
      report('TRANSLATION_STALE', [MADE_OF], { of: madeOf, version: main.value.version });
  });
  return [...realData, ...diagnostics, ...compared];
}

/** Texts that need no translation: credits, names of people, words in a person's own language, sources. */
export function isOptional(path: Path): boolean {
  const last = path.at(-1);
  return (
    path[0] === 'credits' ||
    (path[0] === 'people' && last === 'name') ||
    (path[0] === 'helpers' && last === 'name') ||
    last === 'own' ||
    last === 'source' ||
    last === 'section'
  );
}

interface Comparison {
  language: string;
  tree: Translation;
  report: Report;
}

/** True if the source of every translated text is known. */
function compare({ language, tree, report }: Comparison, texts: FoundText[], hashes: SourceHashes): boolean {
  const wanted = new Set(texts.map(({ path }) => path.join('.')));
  const branches = branchesOf(texts);
  const written = leaves(tree);
  const names = [...wanted];
  const strange = new Set<string>();
  for (const { path, isText } of written) {
    const name = path.join('.');
    if (wanted.has(name)) {
      if (!isText) report('TRANSLATION_NOT_TEXT', path, { path: name });
      continue;
    }
    // Everything below an unknown id is reported once, at that id.
    const at = path.slice(0, path.findIndex((_, index) => !branches.has(path.slice(0, index + 1).join('.'))) + 1);
    const top = at.length === 0 ? path : at;
    const topName = top.join('.');
    if (strange.has(topName)) continue;
    strange.add(topName);
    const meant = meantPath(topName, top.length === path.length ? names : [...branches]);
    report('TRANSLATION_UNKNOWN', top, { path: topName, meant }, 'key');
  }
  const have = new Set(written.map(({ path }) => path.join('.')));
  const missing = texts.filter(({ path }) => !have.has(path.join('.')) && !isOptional(path)).map(({ path }) => path);
  reportMissing({ language, tree, report }, missing);
  const translated = texts.filter(({ path }) => have.has(path.join('.')));
  for (const { path, text } of translated) {
    const made = hashes[path.join('.')];
    if (made !== undefined && made !== textHash(text)) report('TRANSLATION_OUTDATED', path, { path: path.join('.') });
  }
  return translated.every(({ path }) => hashes[path.join('.')] !== undefined);
}

/** The source hashes of a translation; empty if no file records them. */
function readHashes(files: CaseFiles, translation: string): { hashes: SourceHashes; diagnostics: Diagnostic[] } {
  const name = sourcesFileOf(translation);
  const text = files[name];
  if (text === undefined) return { hashes: {}, diagnostics: [] };
  const hashes = hashesIn(text);
  if (hashes) return { hashes, diagnostics: [] };
  const start = { line: 1, col: 1 };
  return { hashes: {}, diagnostics: [diagnose('SOURCES_UNREADABLE', { name }, name, { start, end: start })] };
}

function hashesIn(text: string): SourceHashes | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as SourceHashes) : undefined;
  } catch {
    return undefined;
  }
}

/** All prefixes of the paths of texts. */
function branchesOf(texts: readonly { path: Path }[]): Set<string> {
  const branches = new Set<string>();
  for (const { path } of texts)
    for (let length = path.length; length > 0; length--) branches.add(path.slice(0, length).join('.'));
  return branches;
}

/** One diagnostic per place that lacks texts: the nearest ancestor that the translation has. */
function reportMissing({ language, tree, report }: Comparison, missing: readonly Path[]): void {
  const places = new Map<string, { at: Path; paths: string[] }>();
  for (const path of missing) {
    let length = 0;
    for (let value: unknown = tree; length < path.length - 1; length++) {
      value =
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[path[length] ?? '']
          : undefined;
      if (typeof value !== 'object' || value === null) break;
    }
    const at = path.slice(0, length);
    const place = places.get(at.join('.')) ?? { at, paths: [] };
    place.paths.push(path.join('.'));
    places.set(at.join('.'), place);
  }
  for (const { at, paths } of places.values())
    report('TRANSLATION_MISSING', at, { language, within: at.join('.'), paths }, 'key');
}

/**
 * The intended path if one id in a long path is mistyped: one with the same ending, or the nearest of the same length.
 */
function meantPath(name: string, known: readonly string[]): string | undefined {
  const [section] = name.split('.');
  return nearest(
    name,
    known.filter((each) => each.startsWith(`${section}.`)),
  );
}

/** Every text of a translation with its path; values that are no texts are skipped. */
export const textLeaves = (tree: Translation): { path: (string | number)[]; text: string }[] =>
  leaves(tree).flatMap(({ path, isText }) => (isText ? [{ path, text: textAt(tree, path) }] : []));

const textAt = (tree: Translation, path: readonly (string | number)[]): string =>
  String(path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], tree));

function leaves(
  value: Translation[string],
  path: (string | number)[] = [],
): { path: (string | number)[]; isText: boolean }[] {
  if (typeof value !== 'object' || value === null)
    return [{ path, isText: typeof value === 'string' && value.trim() !== '' }];
  const entries: [string | number, Translation[string]][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value);
  return entries.flatMap(([step, each]) => leaves(each, [...path, step]));
}

function checkLanguages(scenario: Scenario, report: Report, files: CaseFiles): void {
  for (const [index, language] of scenario.languages.entries()) {
    if (language === scenario.language || files[`${language}.yaml`] !== undefined) continue;
    report('TRANSLATION_FILE_MISSING', ['languages', index], { language });
  }
  for (const name of Object.keys(files)) {
    const language = CASE_TRANSLATION.exec(name)?.[1];
    if (language === undefined || scenario.languages.includes(language)) continue;
    report('LANGUAGE_NOT_DECLARED', ['languages'], { language });
  }
}
