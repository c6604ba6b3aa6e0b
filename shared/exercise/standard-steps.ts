/** Lists of ours that every case shares. Commands take nothing else, so that no words of people pass for one of these. */

/** What an arrest is accompanied by. */
export const ARREST_SAFEGUARDS = [
  'rights-explained',
  'lawyer',
  'interpreter',
  'medical-check',
  'family-or-guardian',
  'separate-from-adults',
] as const;

/** The steps that close an interview well (PEACE): the same for every kind, in the order in which one takes them. */
export const CLOSE_STEPS = [
  'summary-read-back',
  'anything-to-add',
  'next-steps',
  'contact-point',
  'wellbeing',
] as const;
