/** Proves that a wound is harmless. */
import { isDeepStrictEqual } from 'node:util';
import { compileScenario } from '../../shared/scenario/compile-scenario.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { isPlayable } from '../../shared/scenario/diagnostic.ts';
import { knownIds } from '../../shared/scenario/known-ids.ts';
import type { CheckedCase } from '../../shared/scenario/parse-case.ts';
import { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { Scenario } from '../../shared/scenario/schema/scenario.ts';
import { textsOf } from '../../shared/scenario/schema-walk.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import type { Verdict } from './judge.ts';

export interface Proofs {
  playthroughs: readonly { path: string; text: string }[];
  /** The results of the playthroughs of the unchanged case. */
  marks: readonly string[];
}

export const isTaggedSame = (now: CheckedCase, before: CheckedCase, proofs: Proofs): Verdict => {
  if (!now.scenario || !now.law || !before.scenario || !before.law || !isPlayable(now.diagnostics)) return 'MISSED';
  if (text(now) === text(before)) return 'same';
  if (text(withoutWords(now)) === text(withoutWords(before))) return 'words';
  if (!isDeepStrictEqual(idsOf(now), idsOf(before))) return 'MISSED';
  if (!isDeepStrictEqual(now.translations, before.translations)) return 'MISSED';
  if (proofs.playthroughs.length === 0) return 'MISSED';
  const compiled = compileScenario(now.scenario, now.law, 'mutant');
  const same = proofs.playthroughs.every((each, index) => marksOf(compiled, each) === proofs.marks[index]);
  return same ? 'plays the same' : 'MISSED';
};

const text = ({ scenario, law, translations }: CheckedCase): string => JSON.stringify([scenario, law, translations]);

/** The case with every text emptied; which texts exist still counts. */
function withoutWords({ scenario, law, translations, ...rest }: CheckedCase): CheckedCase {
  if (!scenario || !law) return { ...rest, translations };
  return {
    ...rest,
    scenario: emptied(scenario, textsOf(Scenario, scenario)),
    law: emptied(law, textsOf(Jurisdiction, law)),
    translations: JSON.parse(
      JSON.stringify(translations, (_, value: unknown) => (typeof value === 'string' ? '' : value)),
    ) as typeof translations,
  };
}

function emptied<T>(value: T, texts: ReturnType<typeof textsOf>): T {
  const copy = JSON.parse(JSON.stringify(value)) as T;
  for (const { path } of texts) {
    let at = copy as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
    at[path.at(-1) ?? ''] = '';
  }
  return copy;
}

function idsOf({ scenario, law }: CheckedCase): unknown {
  if (!scenario) return undefined;
  const more = {
    tasks: Object.keys(scenario.rubric),
    lines: Object.keys(scenario['red-lines']),
    charges: Object.keys(scenario.charges),
    pins: Object.keys(scenario.debrief.pins),
    eyes: Object.keys(scenario.debrief['victim-eye']),
  };
  return [knownIds(scenario, law), more];
}

/** The marks, one line per task; or the reason why the playthrough fails. */
export function marksOf(compiled: CompiledScenario, { path, text: source }: { path: string; text: string }): string {
  const { playthrough, diagnostics } = parsePlaythrough(path, source, compiled);
  if (!playthrough || diagnostics.length > 0)
    return `cannot be played: ${diagnostics.map(({ message }) => message).join(' ')}`;
  const { debrief, failure } = playThrough(compiled, playthrough);
  if (!debrief) return `fails at step ${failure?.step}`;
  const { competencies, redLines, headline } = debrief;
  return JSON.stringify({
    competencies: competencies.map(({ competency, rating, tasks }) => [
      competency,
      rating,
      tasks.map(({ task, result }) => [task, result]),
    ]),
    redLines: redLines.map(({ redLine }) => redLine),
    headline,
  });
}
