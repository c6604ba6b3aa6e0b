/** The four kinds of bots, each as its rules in order of priority. */
import type { Rule } from './agenda.ts';
import { actions, conferences, decisions, launching, plan } from './rules/together.ts';
import { answering, asking, callingForCare } from './rules/requests.ts';
import { arrests, bringing, freeTheHeld, guardians, indicators, risk, screening } from './rules/people.ts';
import { assessing, custody, taking } from './rules/evidence.ts';
import { charging, measures } from './rules/charging.ts';
import { closing, consents, needs, offers, receiving, transport } from './rules/referral.ts';
import { expectations } from './rules/expectations.ts';
import { leadingTalks, planningTalks } from './rules/interviews.ts';
import { goingToPeople, searching, travelling } from './rules/places.ts';
import { sharing } from './rules/sharing.ts';

/** Safety first, then promises to other desks, then the work; travel comes last. */
export const BY_THE_BOOK: readonly Rule[] = [
  freeTheHeld,
  screening,
  guardians,
  leadingTalks,
  sharing,
  risk,
  expectations,
  taking,
  receiving,
  answering,
  conferences,
  decisions,
  plan,
  launching,
  custody,
  callingForCare,
  goingToPeople,
  asking,
  bringing,
  arrests,
  needs,
  consents,
  offers,
  transport,
  planningTalks,
  measures,
  charging,
  actions,
  closing,
  searching,
  assessing,
  indicators,
  travelling,
];
