/** Translations: the same tree of ids as the case, holding texts only. Reads them, and says what they lack. */
import { type Report, reporter } from './case-under-check.ts';
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
import type { Path } from './source-map.ts';
import { type SourceHashes, sourcesFileOf, textHash } from './text-hash.ts';

/** Version of the case that a translation was made of; the only key of a translation that is no text of the case. */
export const MADE_OF = 'translation-of';

const CASE_TRANSLATION = /^([a-z]{2,3})\.yaml$/;
const LAW_TRANSLATION = /^jurisdictions\/[a-z][a-z0-9-]*\.([a-z]{2,3})\.yaml$/;

interface Base {
  main: ReadFile<Scenario>;
  law: Jurisdiction | undefined;
  /** What could not be read of them. */
  lost: Lost;
  parse: ParseYaml;
}

/** By language; texts of the law pack stand under `law`. */
export function readTranslations(
  files: CaseFiles,
  { main, law, lost, parse }: Base,
  diagnostics: Diagnostic[],
): Record<string, Translation> {
  const found: Record<string, Translation> = {};
  for (const [name, text] of Object.entries(files)) {
    const ofCase = CASE_TRANSLATION.exec(name)?.[1];
    const language = ofCase ?? LAW_TRANSLATION.exec(name)?.[1];
    if (language === undefined) continue;
    // A law pack serves many cases: what it says in other languages is none of this one's business.
    if (ofCase === undefined && main.value && !main.value.languages.includes(language)) continue;
    const parsed = parse(name, text);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.value === undefined) continue;
    const { [MADE_OF]: madeOf, ...tree } = parsed.value as Translation;
    found[language] = { ...found[language], ...(ofCase === undefined ? { law: tree } : tree) };
    const check = { language, tree, report: reporter(parsed.source, diagnostics, lost) };
    for (const { path, text: words } of textLeaves(tree)) lintRealData(path, words, check.report);
    const hashes = readHashes(files, name, diagnostics);
    if (ofCase === undefined) {
      if (law) compare(check, textsOf(Jurisdiction, law), hashes);
    } else if (main.value) {
      const isKnown = compare(check, textsOf(Scenario, main.value), hashes);
      // Where the source of every text is known, the version says nothing more.
      if (!isKnown && typeof madeOf === 'string' && madeOf !== main.value.version) {
        check.report('TRANSLATION_STALE', [MADE_OF], {
          of: madeOf,
          version: main.value.version,
        });
      }
    }
  }
  if (main.value) checkLanguages(main.value, reporter(main.source, diagnostics, lost), files);
  return found;
}

/** Texts that need no translation: credits, names of people, the words somebody says in their own language, sources. */
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

/** True where the source of every translated text is known. */
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
    // What hangs on an id that the case does not have is told once, at that id.
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

/** What the texts of a translation were made of; nothing where nobody has noted it. */
function readHashes(files: CaseFiles, translation: string, diagnostics: Diagnostic[]): SourceHashes {
  const name = sourcesFileOf(translation);
  const text = files[name];
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as SourceHashes;
  } catch {
    // Told below.
  }
  const start = { line: 1, col: 1 };
  diagnostics.push(diagnose('SOURCES_UNREADABLE', { name }, name, { start, end: start }));
  return {};
}

/** All beginnings of the paths of texts. */
function branchesOf(texts: readonly { path: Path }[]): Set<string> {
  const branches = new Set<string>();
  for (const { path } of texts)
    for (let length = path.length; length > 0; length--) branches.add(path.slice(0, length).join('.'));
  return branches;
}

/** One finding for each place to which texts must be added: the nearest that the translation has. */
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

/** A slip in one id of a long path: the path with the same ending, or the nearest of the same length. */
function meantPath(name: string, known: readonly string[]): string | undefined {
  const [section] = name.split('.');
  return nearest(
    name,
    known.filter((each) => each.startsWith(`${section}.`)),
  );
}

/** Every text of a translation with its path; whatever is no text is left out. */
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
