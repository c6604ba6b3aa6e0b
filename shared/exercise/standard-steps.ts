/**
 * Fixed lists that every case shares. Commands accept no other values, so that free text cannot enter through these
 * fields.
 */

/** Safeguards of an arrest. */
export const ARREST_SAFEGUARDS = [
  'rights-explained',
  'lawyer',
  'interpreter',
  'medical-check',
  'family-or-guardian',
  'separate-from-adults',
] as const;

/** The steps that close an interview well (PEACE): the same for every kind, in order. */
export const CLOSE_STEPS = [
  'summary-read-back',
  'anything-to-add',
  'next-steps',
  'contact-point',
  'wellbeing',
] as const;
