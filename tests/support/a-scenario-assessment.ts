/** The events of the small case by itself, and the expectations of its desks. */
import type { ScenarioInput } from '../../shared/scenario/schema/scenario.ts';

type AssessmentSection = 'decisions' | 'operations' | 'injects' | 'charges' | 'red-lines' | 'debrief';
type Assessment = Pick<ScenarioInput, 'statecharts' | 'rubric'> & Required<Pick<ScenarioInput, AssessmentSection>>;

const rubric = (): ScenarioInput['rubric'] => ({
  'screen-nyota': {
    title: 'Nyota is screened alone',
    competency: 'detect-and-screen',
    weight: 'must',
    do: { happened: 'screened', person: 'nyota', alone: true },
    window: { within: '2h', late: '3h' },
    undone: { happened: 'screened', person: 'nyota', alone: false },
    desks: ['police', 'child-protection'],
    sop: 'identify-and-protect',
    teaches: 'Each person is screened alone.',
  },
  'screen-juma': {
    title: 'Juma is screened too',
    competency: 'detect-and-screen',
    weight: 'must',
    do: { happened: 'screened', person: 'juma', alone: true },
    window: { by: 'day 1 15:00' },
    desks: ['police'],
    teaches: 'Men are screened like everyone.',
  },
  'tag-indicator': {
    title: 'An indicator is tagged',
    competency: 'detect-and-screen',
    weight: 'should',
    do: { happened: 'indicator-tagged', person: 'nyota' },
    teaches: 'Indicators start an inquiry.',
  },
  'guardian-in-time': {
    title: 'The guardian is told',
    competency: 'protection-and-referral',
    weight: 'must',
    do: { happened: 'guardian-notified', person: 'nyota' },
    window: { after: { happened: 'screened', person: 'nyota' }, within: '60m', late: '2h' },
    chance: { happened: 'screened', person: 'nyota' },
    desks: ['child-protection'],
    teaches: 'A guardian comes before any account.',
  },
  'nyota-received': {
    title: 'Nyota is received',
    competency: 'protection-and-referral',
    weight: 'must',
    do: { person: 'nyota', referral: 'received' },
    desks: ['child-protection'],
    teaches: 'A warm handover.',
  },
  'names-to-child-officers': {
    title: 'The child officers get the names',
    competency: 'consent-and-information',
    weight: 'must',
    do: { role: 'child-protection', knows: 'bus-manifest', part: 'names' },
    chance: { role: 'police', knows: 'bus-manifest' },
    desks: ['police'],
    teaches: 'Who needs it must get it.',
  },
  'account-prepared': {
    title: 'The account is prepared',
    competency: 'interviewing',
    weight: 'must',
    do: { happened: 'account-begun', person: 'nyota', support: 'sister-ruth', recorded: true },
    chance: { happened: 'account-begun', person: 'nyota' },
    teaches: 'Support person and recording.',
  },
});

const redLines = (): NonNullable<ScenarioInput['red-lines']> => ({
  'child-in-cells': {
    title: 'A child in the cells',
    when: { person: 'nyota', at: 'cells' },
    caps: ['protection-and-referral', 'safety-first'],
    'repaired-by': { person: 'nyota', at: 'children-home' },
    desks: ['police'],
    teaches: 'A child is never put in a cell.',
  },
  'address-leaked': {
    title: 'The address of the home is out',
    when: { happened: 'item-shared', item: 'home-address' },
    caps: ['consent-and-information'],
    desks: ['child-protection'],
    teaches: 'A bed can be offered without an address.',
  },
});

/** A fresh copy. */
export const assessment = (): Assessment => ({
  decisions: {
    'visit-flat': {
      title: 'Visit the flat?',
      text: 'Now, or with a plan.',
      when: { role: 'police', knows: 'phone-contacts' },
      propose: ['police'],
      agree: ['child-protection'],
      options: { now: { title: 'Now', does: [{ send: 'coach-alerted' }] }, planned: { title: 'With a plan' } },
    },
  },
  operations: {
    'flat-visit': {
      title: 'The flat',
      text: 'A visit with a plan.',
      at: 'coach-flat',
      lead: ['police'],
      beds: 1,
      sections: ['legal-basis', 'protection'],
      'need-to-know': ['police'],
    },
  },
  statecharts: {
    case: {
      initial: 'tip',
      states: {
        tip: { title: 'A tip', on: { screened: 'screening' } },
        screening: { title: 'Screening', public: true, on: { received: 'protected' } },
        protected: { title: 'Protected' },
      },
    },
    suspects: {
      initial: 'unaware',
      states: {
        unaware: { on: { 'coach-alerted': 'alerted' }, after: { '6h': 'gone' } },
        alerted: { entry: [{ perish: 'coach-phone' }] },
        gone: {},
      },
    },
  },
  injects: {
    'bus-is-early': {
      title: 'The bus is early',
      at: 'day 1 12:30',
      to: ['police'],
      channel: 'radio',
      from: 'Duty officer',
      text: 'The bus leaves within the hour.',
    },
    'who-is-her-guardian': {
      title: 'Who speaks for the girl?',
      when: { happened: 'screened', person: 'nyota' },
      delay: '10m',
      to: ['child-protection'],
      channel: 'call',
      from: 'Court clerk',
      text: 'Who is her guardian?',
      expects: {
        who: ['child-protection'],
        what: 'Notify the guardian',
        do: { happened: 'guardian-notified', person: 'nyota' },
        within: '30m',
      },
    },
    'press-call': {
      title: 'The press calls',
      pocket: 'pressure',
      to: ['everyone'],
      channel: 'call',
      from: 'A reporter',
      text: 'Is it true?',
    },
  },
  charges: {
    coach: {
      acceptable: ['trafficking'],
      elements: ['act.recruit', 'act.transport', 'means.deception', 'purpose.begging'],
      why: 'Act and purpose are enough for a child.',
    },
    juma: { acceptable: [], 'non-punishment': true, why: 'He travelled without papers because they were taken.' },
  },
  rubric: rubric(),
  'red-lines': redLines(),
  debrief: {
    pins: {
      'first-words': { when: { happened: 'screened', person: 'nyota' }, asks: 'What did you want to know first?' },
    },
    prompts: ['What would you do again?'],
    'victim-eye': {
      'someone-sat-down': {
        person: 'nyota',
        when: { happened: 'screened', person: 'nyota', alone: true },
        says: 'A woman sat down next to me.',
      },
    },
  },
});
