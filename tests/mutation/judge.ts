/**
 * The judge. A wound is CAUGHT where a new finding stands at it, and HARMLESS where the case is proven to be the same.
 * Strict on purpose: the score is raised by better checks, never here.
 *
 * At the wound means one of these, give or take one line:
 * - the changed lines, or, where something was taken out, the line that moved up into its place;
 * - the key that the wound hangs on: the one directly above it, or the id of its entry (`items.bus-manifest`); for a whole
 *   section the beginning of the file. There an author puts back what is gone;
 * - one of these where the finding says “see also”;
 * - a place that dangles now: its line holds an id that the wound took out, changed or put in, and the finding names that id;
 * - the same path in a translation: a text without translation, or a translation of a text that is gone.
 *
 * Harmless means one of these:
 * - the same: scenario, law and translations are read exactly as before, to the last letter and in the same order;
 * - words: the same but for the letters of texts that people read; no text came or went;
 * - plays the same: no id came or went, and all playthroughs of the case hold and end with the same marks, task by task.
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
  /** New findings that do not stand at the wound. */
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

/** Whole words only; with `quote`, inside a name that the sentence puts between quotes. */
function names(text: string, id: string, quote = ''): boolean {
  const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
  if (quote === '') return word.test(text);
  return (text.match(/`[^`]*`/g) ?? []).some((each) => word.test(each));
}

function isCounterpart(finding: Diagnostic, wound: Wound, targets: Readonly<Record<string, Target>>): boolean {
  if (!finding.code.startsWith('TRANSLATION_') || roleOf(finding.file) !== 'translation') return false;
  const target = targets[finding.file];
  // Texts of a list are translated by their place in it: where one goes, the list as a whole is out of step.
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
