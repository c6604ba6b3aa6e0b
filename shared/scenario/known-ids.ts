/** All ids that a case and its law pack define, by kind, and all words that a field may have. */
import {
  BASES,
  CHANNELS,
  CONSENTS,
  INTERVIEW_KINDS,
  NEEDS,
  PURPOSES,
  QUESTION_TYPES,
  RANKS,
  REFERRAL_STATES,
  STATUSES,
} from '../vocabulary/enums.ts';
import { COMPETENCIES } from './schema/basics.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { Scenario } from './schema/scenario.ts';
import type { ChartState, Statechart } from './schema/statecharts.ts';

/** Kinds defined in the scenario. */
export const CASE_KINDS = [
  'role',
  'place',
  'person',
  'helper',
  'item',
  'interview',
  'service',
  'holding',
  'decision',
  'operation',
  'inject',
  'chart',
  'spoken-language',
] as const;
/** Kinds defined in the law pack. */
export const LAW_KINDS = [
  'agency',
  'offence',
  'remedy',
  'measure',
  'duty',
  'request-kind',
  'body',
  'indicator',
  'sop-element',
  'plan-section',
  'engage-step',
] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
export type LawKind = (typeof LAW_KINDS)[number];
export type Kind = CaseKind | LawKind | 'question' | 'state' | 'option';

/** The name of a kind in a sentence. */
export const KIND_NAMES: Record<Kind, string> = {
  role: 'role',
  place: 'place',
  person: 'person',
  helper: 'helper',
  item: 'item',
  interview: 'interview',
  service: 'service',
  holding: 'holding',
  decision: 'decision',
  operation: 'operation',
  inject: 'inject',
  chart: 'statechart',
  'spoken-language': 'spoken language',
  agency: 'agency',
  offence: 'offence',
  remedy: 'remedy',
  measure: 'protective measure',
  duty: 'duty',
  'request-kind': 'kind of request',
  body: 'outside body',
  indicator: 'indicator',
  'sop-element': 'SOP element',
  'plan-section': 'plan section',
  'engage-step': 'engage step',
  question: 'question',
  state: 'state',
  option: 'option',
};

export type KnownIds = Record<Kind, ReadonlySet<string>>;

export function knownIds(scenario: Scenario, law: Jurisdiction | undefined): KnownIds {
  const keys = (record: object | undefined) => new Set(Object.keys(record ?? {}));
  return {
    role: keys(scenario.roles),
    place: keys(scenario.places),
    person: keys(scenario.people),
    helper: keys(scenario.helpers),
    item: keys(scenario.items),
    interview: keys(scenario.interviews),
    service: keys(scenario.services),
    holding: keys(scenario.holdings),
    decision: keys(scenario.decisions),
    operation: keys(scenario.operations),
    inject: keys(scenario.injects),
    chart: keys(scenario.statecharts),
    'spoken-language': keys(scenario['spoken-languages']),
    agency: keys(law?.agencies),
    offence: keys(law?.offences),
    remedy: keys(law?.remedies),
    measure: keys(law?.['protective-measures']),
    duty: keys(law?.duties),
    'request-kind': keys(law?.requests),
    body: keys(law?.bodies),
    indicator: keys(law?.indicators),
    'sop-element': keys(law?.['sop-elements']),
    'plan-section': keys(law?.['plan-sections']),
    'engage-step': keys(law?.['engage-steps']),
    question: new Set(questionIds(scenario)),
    state: new Set(stateAddresses(scenario.statecharts)),
    option: new Set(Object.values(scenario.decisions).flatMap((decision) => Object.keys(decision.options))),
  };
}

/** `interview.topic.question`, the form in events and cards. */
export function questionIds(scenario: Scenario): string[] {
  return Object.entries(scenario.interviews).flatMap(([interview, { topics }]) =>
    Object.entries(topics).flatMap(([topic, { questions }]) =>
      Object.keys(questions).map((question) => `${interview}.${topic}.${question}`),
    ),
  );
}

/** `chart.state`, and `chart.state.inner` for states inside states. */
export function stateAddresses(charts: Record<string, Statechart>): string[] {
  const inside = (state: ChartState, path: string): string[] =>
    Object.entries(state.states ?? {}).flatMap(([key, child]) => [
      `${path}.${key}`,
      ...inside(child, `${path}.${key}`),
    ]);
  return Object.entries(charts).flatMap(([id, chart]) => inside(chart, id));
}

/** Closed lists of words for fields of events. */
export const WORDS = {
  'consent-kind': CONSENTS,
  'interview-kind': INTERVIEW_KINDS,
  'question-type': QUESTION_TYPES,
  need: NEEDS,
  purpose: PURPOSES,
  basis: BASES,
  channel: CHANNELS,
  status: STATUSES,
  rank: RANKS,
  'referral-state': REFERRAL_STATES,
  competency: COMPETENCIES,
  'non-punishment': ['not-checked', 'checked-applies', 'checked-does-not-apply'],
  learned: ['start', 'found', 'interview', 'screening', 'share', 'request', 'inject', 'analysis', 'story'],
  handling: ['seal', 'photograph', 'isolate', 'browse', 'copy', 'store', 'return'],
  presence: ['alone', 'with-escort', 'in-group'],
  transport: ['service', 'social-worker', 'police-car', 'family'],
  decline: ['full', 'profile', 'hours'],
  'request-outcome': ['accepted', 'refused', 'answered', 'nothing-held'],
  'vetting-result': ['clear', 'conflict'],
} as const satisfies Record<string, readonly string[]>;
