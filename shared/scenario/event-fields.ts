/**
 * What a `happened` condition can compare: for every event its comparable fields, and what each field holds.
 * The type makes the table complete: a new event or field does not compile until it is listed here.
 */
import type { EventFields, EventType } from '../exercise/events.ts';
import type { HappenedField } from './schema/conditions.ts';

/** What a field holds. `made-in-play` are ids that only exist once the exercise runs, so no author can name them. */
export type ValueKind =
  | 'actor'
  | 'role'
  | 'role-or-body'
  | 'person'
  | 'place'
  | 'item'
  | 'part'
  | 'question'
  | 'service'
  | 'inject'
  | 'decision'
  | 'option'
  | 'operation'
  | 'plan-section'
  | 'offence'
  | 'indicator'
  | 'helper'
  | 'signal'
  | 'chart'
  | 'state-of-chart'
  | 'remedy'
  | 'measure'
  | 'duty'
  | 'engage-step'
  | 'sop-element'
  | 'request-kind'
  | 'consent-kind'
  | 'interview-kind'
  | 'question-type'
  | 'need'
  | 'purpose'
  | 'basis'
  | 'channel'
  | 'status'
  | 'rank'
  | 'interview'
  | 'referral-state'
  | 'non-punishment'
  | 'learned'
  | 'handling'
  | 'presence'
  | 'transport'
  | 'decline'
  | 'request-outcome'
  | 'vetting-result'
  | 'yes-no'
  | 'number'
  | 'made-in-play'
  | 'any';

type Comparable<T extends EventType> = Extract<keyof EventFields[T], HappenedField>;
type Table = { readonly [T in EventType]: { readonly [F in Comparable<T>]-?: ValueKind } };

// biome-ignore format: one event per line reads best
const TABLE = {
  'exercise-opened': {},
  'exercise-started': { by: 'actor' },
  'exercise-paused': { by: 'actor' },
  'exercise-resumed': { by: 'actor' },
  'pace-changed': { by: 'actor' },
  'clock-skipped': { by: 'actor', to: 'any' },
  'exercise-ended': { by: 'actor' },
  'end-suggested': { by: 'actor' },
  'seat-taken': { role: 'role' },
  'seat-moved': { role: 'role' },
  'seat-freed': { role: 'role' },
  'desk-simulated': { by: 'actor', role: 'role', kind: 'any' },
  'timer-set': {},
  'timer-cleared': {},
  'chance-drawn': {},
  'state-entered': { chart: 'chart', state: 'state-of-chart' },
  'chart-moved': { chart: 'chart' },
  'signal-sent': { by: 'actor', signal: 'signal' },
  'place-shown': { place: 'place', role: 'role' },
  'travel-started': { by: 'actor', place: 'place' },
  'travel-ended': { by: 'actor', place: 'place' },
  'search-started': { by: 'actor', place: 'place' },
  'search-ended': { by: 'actor', place: 'place', parts: 'item' },
  'item-found': { by: 'actor', item: 'item', place: 'place' },
  'item-learned': { role: 'role', item: 'item', parts: 'part', how: 'learned', by: 'actor' },
  'item-taken': { by: 'actor', item: 'item', place: 'place', basis: 'basis' },
  'item-handled': { by: 'actor', item: 'item', how: 'handling', with: 'any' },
  'item-handed-over': { by: 'actor', item: 'item', to: 'any' },
  'analysis-started': { by: 'actor', item: 'item' },
  'analysis-ended': { by: 'actor', item: 'item' },
  'item-perished': { item: 'item' },
  'item-appeared': { item: 'item' },
  'item-assessed': { by: 'actor', item: 'item', person: 'person' },
  'items-linked': { by: 'actor', item: 'item', with: 'item' },
  'items-unlinked': { by: 'actor', item: 'item', with: 'item' },
  'item-placed': { by: 'actor', item: 'item' },
  'item-shared': { by: 'actor', item: 'item', parts: 'part', to: 'role-or-body', purpose: 'purpose', basis: 'basis', channel: 'channel' },
  'share-received': { by: 'actor', item: 'item', parts: 'part', to: 'role', purpose: 'purpose', basis: 'basis', channel: 'channel' },
  'request-made': { by: 'actor', request: 'made-in-play', kind: 'request-kind', to: 'role-or-body', basis: 'basis', item: 'item', person: 'person', place: 'place' },
  'request-answered': { by: 'actor', request: 'made-in-play', kind: 'request-kind', to: 'role', outcome: 'request-outcome', parts: 'item' },
  'person-placed': { person: 'person', place: 'place' },
  'person-known': { role: 'role', person: 'person' },
  'person-met': { role: 'role', person: 'person', place: 'place' },
  'person-moved': { by: 'actor', person: 'person', place: 'place' },
  'person-left': { role: 'role', person: 'person' },
  'mood-changed': { person: 'person' },
  'indicator-tagged': { by: 'actor', person: 'person', indicator: 'indicator', item: 'item' },
  'indicator-untagged': { by: 'actor', person: 'person', indicator: 'indicator' },
  screened: { by: 'actor', person: 'person', place: 'place', alone: 'yes-no', with: 'presence', outcome: 'status', child: 'yes-no', interpreter: 'helper' },
  'status-set': { by: 'actor', person: 'person', status: 'status' },
  'risk-assessed': { by: 'actor', person: 'person', level: 'rank', family: 'yes-no' },
  'risk-triggered': { person: 'person', signal: 'signal' },
  'guardian-notified': { by: 'actor', person: 'person' },
  'family-contacted': { by: 'actor', person: 'person' },
  detained: { by: 'actor', person: 'person', place: 'place', basis: 'basis' },
  released: { by: 'actor', person: 'person' },
  arrested: { by: 'actor', person: 'person', place: 'place', basis: 'basis', safeguards: 'any' },
  'consent-asked': { by: 'actor', person: 'person', kind: 'consent-kind', explained: 'yes-no', to: 'any', interpreter: 'helper' },
  'consent-given': { by: 'actor', person: 'person', kind: 'consent-kind', to: 'any', answer: 'number' },
  'consent-refused': { by: 'actor', person: 'person', kind: 'consent-kind', answer: 'number' },
  'consent-withdrawn': { by: 'actor', person: 'person', kind: 'consent-kind' },
  'consent-ended': { by: 'actor', person: 'person', kind: 'consent-kind' },
  'duty-started': { by: 'actor', duty: 'duty', person: 'person', role: 'role' },
  'duty-met': { by: 'actor', duty: 'duty', person: 'person', role: 'role' },
  'duty-missed': { duty: 'duty', person: 'person', role: 'role' },
  'needs-assessed': { by: 'actor', person: 'person', needs: 'need', state: 'referral-state' },
  'referral-consented': { by: 'actor', person: 'person', state: 'referral-state' },
  'service-offered': { by: 'actor', person: 'person', service: 'service', conditional: 'yes-no', state: 'referral-state' },
  'offer-accepted': { by: 'actor', person: 'person', service: 'service', answer: 'number', state: 'referral-state' },
  'offer-refused': { by: 'actor', person: 'person', service: 'service', answer: 'number', state: 'referral-state' },
  'place-declined': { by: 'actor', person: 'person', service: 'service', outcome: 'decline' },
  'transport-started': { by: 'actor', person: 'person', service: 'service', with: 'transport', state: 'referral-state' },
  received: { by: 'actor', person: 'person', service: 'service', state: 'referral-state' },
  'feedback-given': { by: 'actor', person: 'person', service: 'service', state: 'referral-state' },
  'referral-closed': { by: 'actor', person: 'person', state: 'referral-state' },
  'room-changed': { service: 'service' },
  'interview-planned': { by: 'actor', interview: 'made-in-play', script: 'interview', person: 'person', kind: 'interview-kind', place: 'place', interpreter: 'helper', support: 'helper', guardian: 'helper', recorded: 'yes-no' },
  'interpreter-vetting': { by: 'actor', interview: 'made-in-play', interpreter: 'helper' },
  'interpreter-vetted': { by: 'actor', interview: 'made-in-play', interpreter: 'helper', result: 'vetting-result' },
  'interpreter-briefed': { by: 'actor', interview: 'made-in-play', interpreter: 'helper' },
  'interpreter-changed': { by: 'actor', interview: 'made-in-play', interpreter: 'helper' },
  'interview-engaged': { by: 'actor', interview: 'made-in-play', person: 'person', kind: 'interview-kind', step: 'engage-step' },
  'account-begun': { by: 'actor', interview: 'made-in-play', person: 'person', kind: 'interview-kind', place: 'place', interpreter: 'helper', support: 'helper', recorded: 'yes-no' },
  'account-judged': { by: 'actor', interview: 'made-in-play', person: 'person', kind: 'any', place: 'place', interpreter: 'helper', support: 'helper', recorded: 'yes-no', child: 'yes-no', safeguards: 'any', missing: 'any' },
  'questions-offered': { interview: 'made-in-play' },
  'question-asked': { by: 'actor', interview: 'made-in-play', person: 'person', kind: 'interview-kind', question: 'question', questionType: 'question-type' },
  'answer-given': { interview: 'made-in-play', person: 'person', question: 'question', answer: 'number' },
  'question-suggested': { by: 'actor', interview: 'made-in-play', question: 'question' },
  'item-shown': { by: 'actor', interview: 'made-in-play', person: 'person', item: 'item' },
  'break-taken': { by: 'actor', interview: 'made-in-play', person: 'person' },
  'break-ended': { by: 'actor', interview: 'made-in-play', person: 'person' },
  'lead-passed': { by: 'actor', interview: 'made-in-play', to: 'any' },
  'interview-closed': { by: 'actor', interview: 'made-in-play', person: 'person', kind: 'interview-kind', step: 'engage-step' },
  'conference-called': { by: 'actor', with: 'role' },
  'conference-joined': { by: 'actor' },
  'statement-made': { by: 'actor' },
  'action-proposed': { by: 'actor', to: 'role' },
  'action-agreed': { by: 'actor' },
  'action-dissented': { by: 'actor' },
  'action-decided': { by: 'actor', to: 'role' },
  'action-done': { by: 'actor' },
  'conference-closed': { by: 'actor' },
  'decision-opened': { decision: 'decision' },
  'decision-proposed': { by: 'actor', decision: 'decision', option: 'option', confidence: 'rank' },
  'decision-agreed': { by: 'actor', decision: 'decision', option: 'option' },
  'decision-dissented': { by: 'actor', decision: 'decision', option: 'option' },
  'decision-made': { by: 'actor', decision: 'decision', option: 'option' },
  'decision-logged': { by: 'actor', confidence: 'rank', step: 'sop-element' },
  'operation-opened': { operation: 'operation' },
  'plan-section-set': { by: 'actor', operation: 'operation', section: 'plan-section', service: 'service' },
  'standby-asked': { by: 'actor', operation: 'operation', service: 'service' },
  'standby-confirmed': { by: 'actor', operation: 'operation', service: 'service' },
  'plan-approved': { by: 'actor', operation: 'operation' },
  'operation-launched': { by: 'actor', operation: 'operation', place: 'place' },
  'operation-aborted': { by: 'actor', operation: 'operation' },
  'operation-ended': { by: 'actor', operation: 'operation' },
  'charge-set': { by: 'actor', person: 'person', offence: 'offence', act: 'item', means: 'item', purposeItems: 'item', child: 'yes-no', nonPunishment: 'non-punishment', remedies: 'remedy' },
  'charge-dropped': { by: 'actor', person: 'person', offence: 'offence' },
  'charge-filed': { by: 'actor', person: 'person', offence: 'offence', nonPunishment: 'non-punishment', remedies: 'remedy', child: 'yes-no' },
  'no-charge-decided': { by: 'actor', person: 'person', nonPunishment: 'non-punishment' },
  'protective-measure-asked': { by: 'actor', person: 'person', kind: 'measure' },
  'inject-held': { by: 'actor', inject: 'inject' },
  'inject-released': { by: 'actor', inject: 'inject' },
  'inject-skipped': { by: 'actor', inject: 'inject' },
  'inject-fired': { by: 'actor', inject: 'inject', to: 'role' },
  'inject-received': { inject: 'inject', to: 'role' },
  'expectation-set': { inject: 'inject' },
  'expectation-met': { inject: 'inject' },
  'expectation-missed': { inject: 'inject' },
  'message-sent': { by: 'actor', to: 'any' },
  'hand-raised': { by: 'actor' },
  'note-taken': { by: 'actor' },
} as const satisfies Table;

export const EVENT_TYPES: readonly string[] = Object.keys(TABLE);

/** The comparable fields of an event, by name; nothing where there is no such event. */
export function fieldsOf(event: string): Readonly<Record<string, ValueKind>> | undefined {
  const table: Readonly<Record<string, Readonly<Record<string, ValueKind>>>> = TABLE;
  return Object.hasOwn(table, event) ? table[event] : undefined;
}
