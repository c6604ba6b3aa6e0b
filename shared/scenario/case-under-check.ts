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

/** `lost` is what had to be left out of a wrong file; what may only echo that is not told. `law` is where the law pack stands. */
export function reporter(source: SourceMap, found: Diagnostic[], lost?: Lost, law?: SourceMap): Report {
  return (code, path, params, where = 'value', related = []) => {
    if (lost?.explains(code, path, params) === true) return;
    const { file } = source.of(path);
    const finding = diagnose(code, params, file, rangeOf(source, path, where));
    const others = related.flatMap((each) => {
      if (!('inLaw' in each)) return [{ file: source.of(each).file, range: source.keyAt(each) }];
      return law ? [{ file: law.file, range: law.keyAt(each.inLaw) }] : [];
    });
    found.push(others.length === 0 ? finding : { ...finding, related: others });
  };
}

function rangeOf(source: SourceMap, path: Path, where: Where): Range {
  if (where === 'key') return source.keyAt(path);
  return where === 'value' ? source.valueAt(path) : source.wordsAt(path, where.words);
}

export function underCheck(
  scenario: Scenario,
  law: Jurisdiction | undefined,
  source: SourceMap,
  found: Diagnostic[],
  lost?: Lost,
  lawSource?: SourceMap,
): CaseUnderCheck {
  return { scenario, law, known: knownIds(scenario, law), report: reporter(source, found, lost, lawSource) };
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
