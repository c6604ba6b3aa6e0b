/**
 * A small, complete, valid scenario for all tests: two desks, one child, one adult who refuses help, one suspect.
 *
 *   const compiled = aScenario();
 *   const compiled = aScenario((draft, law) => { draft.items['receipt'] = { kind: 'document', title: 'Receipt', text:
 *   'Paid.' }; });
 *
 * Every call gives a fresh draft; a change may alter anything.
 */
import { stringify } from 'yaml';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { formatDiagnostic } from '../../shared/scenario/format-diagnostic.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import type { ScenarioInput } from '../../shared/scenario/schema/scenario.ts';
import { aLaw, type LawDraft } from './a-law.ts';
import { anInterview, content } from './a-scenario-content.ts';
import { assessment } from './a-scenario-assessment.ts';

type ScenarioSection =
  | 'helpers'
  | 'interviews'
  | 'services'
  | 'holdings'
  | 'decisions'
  | 'operations'
  | 'injects'
  | 'charges'
  | 'red-lines'
  | 'debrief';
/** The scenario as an author would write it, with every section present. */
export type ScenarioDraft = ScenarioInput & Required<Pick<ScenarioInput, ScenarioSection>>;
export type Change = (draft: ScenarioDraft, law: LawDraft) => void;

/** The small scenario before it is compiled. */
export function aDraft(): ScenarioDraft {
  return {
    format: 1,
    id: 'small-case',
    version: '1.0.0',
    title: 'Small case',
    summary: 'A bus, a girl of eleven, and a man called Coach.',
    level: 'entry',
    length: '45m',
    pace: 6,
    starts: 'day 1 12:00',
    languages: ['en'],
    jurisdiction: 'small-law',
    'content-card': { themes: ['child trafficking'], intensity: 1, children: true, 'sexual-violence': 'none' },
    objectives: ['Find the child a safe place before anything else.'],
    credits: { author: 'Baraza tests', licence: 'CC BY 4.0' },
    'spoken-languages': { taravian: 'Taravian', luwendan: 'Luwendan' },
    ...content(),
    interviews: { 'nyota-account': anInterview() },
    ...assessment(),
  };
}

/** The files of the small case: the scenario and its law pack. */
export function aCase(change: Change = () => undefined): Record<string, string> {
  const [draft, law] = [aDraft(), aLaw()];
  change(draft, law);
  return { 'scenario.yaml': stringify(draft), 'jurisdictions/small-law.yaml': stringify(law) };
}

/** The small case, parsed and compiled like any other. Throws with the findings if a change made it invalid. */
export function aScenario(change?: Change): CompiledScenario {
  if (!change) return (unchanged ??= compile(aCase()));
  return compile(aCase(change));
}

/** A compiled scenario is immutable, so one instance serves all tests. */
let unchanged: CompiledScenario | undefined;

function compile(files: Record<string, string>): CompiledScenario {
  const { compiled, diagnostics } = parseCase(files);
  if (compiled) return compiled;
  throw new Error(`the test scenario is invalid:\n${diagnostics.map((found) => formatDiagnostic(found)).join('\n')}`);
}
