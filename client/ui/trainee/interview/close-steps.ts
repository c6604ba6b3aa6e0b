/** The steps that close an interview well (PEACE): the same for every kind, in the order in which one takes them. */
export const CLOSE_STEPS = [
  'summary-read-back',
  'anything-to-add',
  'next-steps',
  'contact-point',
  'wellbeing',
] as const;
