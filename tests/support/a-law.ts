/** A small law pack for tests: two agencies, two offences, one duty, two kinds of request. */
import type { z } from 'zod';
import type { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';

export type LawDraft = z.input<typeof Jurisdiction>;

const agencies = (): LawDraft['agencies'] => ({
  constabulary: {
    title: 'Constabulary',
    short: 'Police',
    emblem: 'police',
    powers: [
      'search',
      'seize',
      'analyse-digital',
      'screen',
      'classify',
      'interview-victim',
      'interview-suspect',
      'arrest',
      'assess-risk',
      'notify-guardian',
      'refer',
      'charge',
      'plan-operation',
      'launch-operation',
      'request-outside',
      'call-conference',
      'move-person',
    ],
    limits: ['May not hold the address of a protected home.'],
    duties: ['Tell the children’s office at once when a child is found.'],
    'may-hold': ['id', 'op-plan', 'evidence', 'source'],
  },
  'childrens-office': {
    title: 'Children’s office',
    short: 'Children',
    emblem: 'service',
    powers: [
      'screen',
      'classify',
      'interview-victim',
      'assess-risk',
      'notify-guardian',
      'assess-needs',
      'refer',
      'run-service',
      'move-person',
      'call-conference',
    ],
    limits: ['May not question suspects.'],
    duties: ['Find a safe place for every child.'],
    'may-hold': ['id', 'shelter-location', 'health'],
  },
});

const requests = (): LawDraft['requests'] => ({
  'case-question': {
    title: 'A question about the case',
    of: 'desk',
    to: ['constabulary', 'childrens-office'],
    about: 'none',
    bases: ['agreed-protocol', 'duty-by-law'],
    answer: '1h',
  },
  'phone-records': {
    title: 'Who owns this number',
    of: 'body',
    to: ['phone-company'],
    from: ['constabulary'],
    about: 'item',
    bases: ['court-order'],
    answer: '40m',
  },
});

/** A fresh copy each time, so that a test may change it. */
export const aLaw = (): LawDraft => ({
  format: 1,
  id: 'small-law',
  title: 'Small law',
  summary: 'A law pack for tests.',
  fictional: true,
  agencies: agencies(),
  offences: {
    trafficking: {
      title: 'Trafficking in persons',
      section: 'Section 3',
      elements: ['act', 'means', 'purpose'],
      'child-rule': true,
    },
    'papers-offence': { title: 'Travelling without papers', section: 'Section 40', elements: ['act'] },
  },
  remedies: { compensation: 'Compensation' },
  'protective-measures': { 'closed-hearing': 'Hearing without the public' },
  duties: {
    'guardian-for-child': {
      title: 'A guardian for every child',
      who: ['childrens-office'],
      starts: { happened: 'screened', child: true },
      within: '1h',
      met: ['guardian-notified'],
      source: 'Section 12',
    },
  },
  requests: requests(),
  bodies: {
    'phone-company': {
      title: 'Phone company',
      'without-basis': 'We need a court order.',
      'nothing-held': 'We hold nothing on this.',
    },
  },
  indicators: {
    'speech-controlled': {
      title: 'Another person answers for them',
      family: 'general',
      element: 'means.abuse-of-power',
    },
    'no-papers': { title: 'Has no papers of their own', family: 'general' },
  },
  'sop-elements': { 'identify-and-protect': 'Identify and protect presumed victims' },
  'plan-sections': {
    'legal-basis': { title: 'Legal basis', asks: 'On what law do we enter?', essential: true },
    protection: { title: 'Protection annex', asks: 'Who receives the people we find?', essential: true },
  },
  'engage-steps': {
    purpose: { title: 'Say what the talk is for', for: ['first-questions', 'account', 'witness', 'suspect'] },
    rights: { title: 'Explain rights', for: ['account', 'suspect'] },
  },
  needs: {
    'safe-accommodation': 'A safe place to stay',
    medical: 'Medical care',
    psychosocial: 'Someone to talk to',
    'child-officer': 'A child officer',
    'family-tracing': 'Finding the family',
    'legal-aid': 'Legal aid',
    interpreter: 'An interpreter',
    'food-and-clothing': 'Food and clothing',
    'asylum-procedure': 'Asylum procedure',
    'safe-return': 'Safe return',
    schooling: 'Schooling',
    livelihood: 'A livelihood',
  },
  handbook: {
    'child-rule': { title: 'The child rule', kind: 'law', text: 'For a child, no means needs to be proved.' },
  },
});
