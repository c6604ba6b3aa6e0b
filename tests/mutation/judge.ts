/**
 * The judge. A mutation (a “wound”) is CAUGHT if a new finding is at it, and HARMLESS if the case is proved to be
 * equivalent. Strict on purpose: better checks raise the score, never the judge.
 *
 * At the wound means one of these places, plus or minus one line:
 * - the changed lines or, if lines were removed, the line that moved up;
 * - the key of the wound: the one directly above it, or the id of its entry (`items.bus-manifest`); for a whole section
 * the start of the file, because an author would restore it there;
 * - a “see also” place of the finding that is one of these;
 * - a place that is now dangling: its line contains an id that the wound removed, changed or added, and the finding
 * names that id;
 * - the same path in a translation: a text without translation, or a translation of a removed text.
 *
 * Harmless means one of these:
 * - the same: scenario, law and translations parse exactly as before, in the same order;
 * - words: the same except for letters of texts for people; no text was added or removed;
 * - plays the same: no id was added or removed, and all playthroughs of the case pass with the same marks, task by
 * task.
 */
import { type CheckedCase, checkCase } from '../../shared/scenario/parse-case.ts';
import type { Diagnostic } from '../../shared/scenario/diagnostic.ts';
import type { ParseYaml } from '../../shared/scenario/parse-yaml.ts';
import { isTaggedSame, type Proofs } from './proofs.ts';
import { roleOf, type Target } from './target.ts';
import type { Wound } from './wound.ts';

export type Verdict = 'caught' | 'same' | 'words' | 'plays the same' | 'MISSED';
export interface Judgement {
  wound: Wound;
  verdict: Verdict;
  /** New findings that are not at the wound. */
  astray: Diagnostic[];
  found: Diagnostic[];
}

export interface Healthy {
  files: Readonly<Record<string, string>>;
  targets: Readonly<Record<string, Target>>;
  checked: CheckedCase;
  parse: ParseYaml;
  proofs: Proofs;
}

export function judge(wound: Wound, healthy: Healthy): Judgement {
  const files = { ...healthy.files, [wound.file]: wound.text };
  const checked = checkCase(files, 'mutant', healthy.parse);
  const found = newFindings(checked.diagnostics, healthy.checked.diagnostics);
  const astray = found.filter((finding) => !isAtWound(finding, wound, files, healthy.targets));
  const verdict = found.length > astray.length ? 'caught' : isTaggedSame(checked, healthy.checked, healthy.proofs);
  return { wound, verdict, astray, found };
}

const nameOf = ({ file, code, message }: Diagnostic) => `${file}\0${code}\0${message}`;

function newFindings(now: readonly Diagnostic[], before: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, number>();
  for (const each of before) known.set(nameOf(each), (known.get(nameOf(each)) ?? 0) + 1);
  return now.filter((each) => {
    const left = known.get(nameOf(each)) ?? 0;
    known.set(nameOf(each), left - 1);
    return left <= 0;
  });
}

function isAtWound(
  finding: Diagnostic,
  wound: Wound,
  files: Readonly<Record<string, string>>,
  targets: Readonly<Record<string, Target>>,
): boolean {
  const { line } = finding.range.start;
  const places = [
    { file: finding.file, line },
    ...(finding.related ?? []).map(({ file, range }) => ({ file, line: range.start.line })),
  ];
  const wounded = [
    ...holders(wound, targets).map((holder) => [holder, holder] as const),
    [wound.from, wound.to] as const,
  ];
  const isThere = (at: number) => wounded.some(([from, to]) => at >= from - 1 && at <= to + 1);
  if (places.some((place) => place.file === wound.file && isThere(place.line))) return true;
  const text = files[finding.file]?.split('\n')[line - 1] ?? '';
  if (wound.ids.some((id) => names(text, id) && names(finding.message, id, '`'))) return true;
  return isCounterpart(finding, wound, targets);
}

/** Lines of the key directly above the wound and of the id of its entry, in the new text. */
function holders({ file, path, from }: Wound, targets: Readonly<Record<string, Target>>): number[] {
  const target = targets[file];
  if (path.length === 1) return [1];
  const wanted = [path.slice(0, -1), path.slice(0, 2)].filter((each) => each.length > 0).map((each) => each.join('\0'));
  return (target?.keys ?? [])
    .filter((key) => wanted.includes(key.path.join('\0')))
    .map(({ keyFrom }) => target?.lineOf(keyFrom) ?? 0)
    .filter((line) => line <= from);
}

/** Matches whole words only; with `quote`, inside a quoted name of the sentence. */
function names(text: string, id: string, quote = ''): boolean {
  const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
  if (quote === '') return word.test(text);
  return (text.match(/`[^`]*`/g) ?? []).some((each) => word.test(each));
}

function isCounterpart(finding: Diagnostic, wound: Wound, targets: Readonly<Record<string, Target>>): boolean {
  if (!finding.code.startsWith('TRANSLATION_') || roleOf(finding.file) !== 'translation') return false;
  const target = targets[finding.file];
  // Texts of a list are translated by their index: if one is removed, the whole list is shifted.
  const list = wound.path.findLastIndex((step) => typeof step === 'number');
  const path = (wound.isEntryGone && list >= 0 ? wound.path.slice(0, list) : wound.path).join('\0');
  const { line } = finding.range.start;
  const places = [
    ...(target?.keys ?? []).map((key) => [key.path, key.keyFrom] as const),
    ...(target?.scalars ?? []).map((each) => [each.path, each.from] as const),
  ];
  return places.some(([at, from]) => {
    const own = at.join('\0');
    const related = own === path || own.startsWith(`${path}\0`) || path.startsWith(`${own}\0`);
    return related && target?.lineOf(from) === line;
  });
}
