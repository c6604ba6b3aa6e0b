/** The input of a check: the case, its law, all ids, and a function that reports diagnostics with their place. */
import { diagnose, type DiagnosticCode, type ParamsOf } from './diagnostic-catalogue.ts';
import type { Diagnostic, Range } from './diagnostic.ts';
import { type Kind, KIND_NAMES, type KnownIds, knownIds } from './known-ids.ts';
import type { Lost } from './lost.ts';
import { nearest } from './nearest.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { Scenario } from './schema/scenario.ts';
import type { Path, SourceMap } from './source-map.ts';

/**
 * The range of a diagnostic: the `value` at the path, its `key`, or some `words` of the value. For a path that does not
 * exist, the nearest ancestor is shown.
 */
export type Where = 'key' | 'value' | { words: string };
/** A place of the law pack. */
export interface InLaw {
  inLaw: Path;
}
/** `related` are keys of other places where the author may fix it. */
export type Report = <C extends DiagnosticCode>(
  code: C,
  path: Path,
  params: ParamsOf<C>,
  where?: Where,
  related?: readonly (Path | InLaw)[],
) => void;

export interface CaseUnderCheck {
  scenario: Scenario;
  /** Undefined if the law pack is missing or invalid; checks that need it are then skipped. */
  law: Jurisdiction | undefined;
  known: KnownIds;
  report: Report;
}

/** One check for one kind of mistake. Reports; never throws. */
export type Check = (subject: CaseUnderCheck) => void;

/** The source of a check, and what it must leave out. */
export interface Places {
  source: SourceMap;
  /** Parts that were left out of an invalid file: diagnostics that may only follow from them are not reported. */
  lost?: Lost;
  /** The source of the law pack, for diagnostics with a place in it. */
  law?: SourceMap | undefined;
}

/** Everything that `run` reports, in order. */
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

/** Runs the checks on a case, one after another. */
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

/** Reports an unknown id, with the nearest known one. */
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
