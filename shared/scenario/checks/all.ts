/** All checks of a case, one small file each. Their order does not matter: diagnostics are sorted by place. */
import type { Check } from '../case-under-check.ts';
import { Jurisdiction } from '../schema/jurisdiction.ts';
import { Scenario } from '../schema/scenario.ts';
import { checkBalance } from './balance.ts';
import { checkCapacity } from './capacity.ts';
import { checkConditions } from './conditions.ts';
import { checkDecisions } from './decisions.ts';
import { checkEarlyTexts } from './early-texts.ts';
import { checkEffects } from './effects.ts';
import { lintTexts } from './harm.ts';
import { checkIdle } from './idle.ts';
import { checkInjects } from './injects.ts';
import { checkInterviews } from './interviews.ts';
import { checkItems } from './items.ts';
import { checkLawReferences, type LawCheck } from './law.ts';
import { checkPlaces } from './places.ts';
import { checkReferences } from './references.ts';
import { checkRubric } from './rubric.ts';
import { checkStatecharts } from './statecharts.ts';
import { checkUnused } from './unused.ts';
import { checkVictimEye } from './victim-eye.ts';
import { checkVoices } from './voices.ts';
import { checkWindows } from './windows.ts';

export const CHECKS: readonly Check[] = [
  checkReferences,
  checkConditions,
  checkEffects,
  checkStatecharts,
  checkPlaces,
  checkItems,
  checkInjects,
  checkInterviews,
  checkDecisions,
  checkRubric,
  checkWindows,
  checkCapacity,
  checkIdle,
  checkEarlyTexts,
  checkUnused,
  checkBalance,
  checkVoices,
  checkVictimEye,
  ({ scenario, report }) => lintTexts(Scenario, scenario, report),
];

export const LAW_CHECKS: readonly LawCheck[] = [
  checkLawReferences,
  (law, report) => lintTexts(Jurisdiction, law, report),
];
