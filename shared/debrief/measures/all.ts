/** The measures of every competency. */
import type { Competency } from '../../scenario/schema/basics.ts';
import type { Measure } from '../debrief.ts';
import type { Played } from '../played.ts';
import { consentAndInformation } from './consent-and-information.ts';
import { coordination } from './coordination.ts';
import { crossBorderAndContinuity } from './cross-border-and-continuity.ts';
import { detectAndScreen } from './detect-and-screen.ts';
import { evidenceAndMoney } from './evidence-and-money.ts';
import { interviewing } from './interviewing.ts';
import { lawAndCharging } from './law-and-charging.ts';
import type { EarlierResults, Measures } from './measure.ts';
import { planAndOperate } from './plan-and-operate.ts';
import { protectionAndReferral } from './protection-and-referral.ts';
import { safetyFirst } from './safety-first.ts';

const measures: Record<Competency, Measures> = {
  'detect-and-screen': detectAndScreen,
  'safety-first': safetyFirst,
  'protection-and-referral': protectionAndReferral,
  'consent-and-information': consentAndInformation,
  coordination,
  'plan-and-operate': planAndOperate,
  interviewing,
  'evidence-and-money': evidenceAndMoney,
  'law-and-charging': lawAndCharging,
  'cross-border-and-continuity': crossBorderAndContinuity,
};

/** The measures of a competency for which this exercise has data. */
export const measuresFor = (competency: Competency, played: Played, found: EarlierResults): Measure[] =>
  measures[competency](played, found).filter((measure) => measure !== undefined);
