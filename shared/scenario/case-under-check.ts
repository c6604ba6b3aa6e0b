/** What a check gets: the case, its law, all ids, and a way to say what it found and where. */
import { diagnose, type DiagnosticCode, type ParamsOf } from './diagnostic-catalogue.ts';
import type { Diagnostic, Range } from './diagnostic.ts';
import { type Kind, KIND_NAMES, type KnownIds, knownIds } from './known-ids.ts';
import type { Lost } from './lost.ts';
import { nearest } from './nearest.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { Scenario } from './schema/scenario.ts';
import type { Path, SourceMap } from './source-map.ts';

/** `value` points at what stands there, `key` at its key, `words` at some words of it; a path may name what is missing, its nearest ancestor is shown. */
export type Where = 'key' | 'value' | { words: string };
/** A place of the law pack. */
export interface InLaw {
  inLaw: Path;
}
/** `related` are keys of other places where it may be mended. */
export type Report = <C extends DiagnosticCode>(
  code: C,
  path: Path,
  params: ParamsOf<C>,
  where?: Where,
  related?: readonly (Path | InLaw)[],
) => void;

export interface CaseUnderCheck {
  scenario: Scenario;
  /** Undefined where the law pack is missing or broken; what hangs on it is then left unchecked. */
  law: Jurisdiction | undefined;
  known: KnownIds;
  report: Report;
}

/** One small thing to look for. Reports; never throws. */
export type Check = (subject: CaseUnderCheck) => void;

/** Where checks look and what they leave alone. */
export interface Places {
  source: SourceMap;
  /** What had to be left out of a wrong file: findings that may only be an echo of it are not reported. */
  lost?: Lost;
  /** Where the law pack is, for findings that name a place in it. */
  law?: SourceMap | undefined;
}

/** Everything that `run` reports, in the order in which it was reported. */
export function collect({ source, lost, law }: Places, run: (report: Report) => void): Diagnostic[] {
  const found: Diagnostic[] = [];
  run((code, path, params, where = 'value', related = []) => {
    if (lost?.explains(code, path, params) === true) return;
    const { file } = source.of(path);
    const finding = diagnose(code, params, file, rangeOf(source, path, where));
    const others = related.flatMap((each) => {
      if (!('inLaw' in each)) return [{ file: source.of(each).file, range: source.keyAt(each) }];
      return law ? [{ file: law.file, range: law.keyAt(each.inLaw) }] : [];
    });
    found.push(others.length === 0 ? finding : { ...finding, related: others });
  });
  return found;
}

function rangeOf(source: SourceMap, path: Path, where: Where): Range {
  if (where === 'key') return source.keyAt(path);
  return where === 'value' ? source.valueAt(path) : source.wordsAt(path, where.words);
}

/** What the checks find in a case, check by check. */
export function runChecks(
  checks: readonly Check[],
  scenario: Scenario,
  law: Jurisdiction | undefined,
  places: Places,
): Diagnostic[] {
  const known = knownIds(scenario, law);
  return collect(places, (report) => {
    for (const check of checks) check({ scenario, law, known, report });
  });
}

/** Reports an id that does not exist, with the nearest that does. */
export function unknownId(
  report: Report,
  known: KnownIds,
  kinds: readonly Kind[],
  id: string,
  path: Path,
  where: Where = 'value',
): void {
  const choices = [...new Set(kinds.flatMap((kind) => [...known[kind]]))];
  const kind = kinds.map((each) => KIND_NAMES[each]).join(' or ');
  report('UNKNOWN_ID', path, { kind, id, meant: nearest(id, choices), known: choices }, where);
}
