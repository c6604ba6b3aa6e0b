/** People of the case: screening, status, risk, custody, consent, duties. */
import { event } from '../declare.ts';
import { e, many, optional, uncompared } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const peopleEvents = {
  'person-placed': event({ person: e.person, place: e.place }, { reading: 'hidden-from-desks', audience: 'control' }),
  'person-known': event({ role: e.role, person: e.person, named: uncompared(e.yesNo) }),
  'person-met': event({ role: e.role, person: e.person, place: e.place }),
  'person-moved': event({ ...acted, person: e.person, place: e.place }, { reading: 'timeline' }),
  'person-left': event({ role: e.role, person: e.person }),
  'mood-changed': event({ person: e.person, trust: e.number, stress: e.number }, { reading: 'hidden-from-desks', audience: 'control' }),
  'indicator-tagged': event({ ...acted, person: e.person, indicator: e.indicator, item: optional(e.item) }, { reading: 'timeline' }),
  'indicator-untagged': event({ ...acted, person: e.person, indicator: e.indicator }, { reading: 'timeline' }),
  screened: event({ ...acted, person: e.person, place: e.place, alone: e.yesNo, with: e.presence, outcome: e.status, child: e.yesNo, interpreter: optional(e.helper) }, { reading: 'timeline' }),
  'status-set': event({ ...acted, person: e.person, status: e.status, text: optional(e.text) }, { reading: 'timeline' }),
  'risk-assessed': event({ ...acted, person: e.person, level: e.rank, family: e.yesNo, text: optional(e.text) }, { reading: 'timeline' }),
  'risk-triggered': event({ person: e.person, signal: e.signal }, { reading: 'timeline', audience: 'control' }),
  'guardian-notified': event({ ...acted, person: e.person }, { reading: 'timeline' }),
  'family-contacted': event({ ...acted, person: e.person }, { reading: 'timeline' }),
  detained: event({ ...acted, person: e.person, place: e.place, basis: e.basis }, { reading: 'timeline' }),
  released: event({ ...acted, person: e.person }, { reading: 'timeline' }),
  arrested: event({ ...acted, person: e.person, place: e.place, basis: e.basis, safeguards: many(e.word) }, { reading: 'timeline' }),
  'consent-asked': event({ ...acted, consent: e.made, person: e.person, kind: e.consentKind, explained: e.yesNo, to: many(e.word), until: optional(e.time), interpreter: optional(e.helper) }, { reading: 'timeline', creates: 'consent' }),
  'consent-given': event({ by: e.actor, consent: e.made, person: e.person, kind: e.consentKind, to: many(e.word), until: optional(e.time), answer: e.answer }, { reading: 'timeline' }),
  'consent-refused': event({ by: e.actor, consent: e.made, person: e.person, kind: e.consentKind, answer: e.answer }, { reading: 'timeline' }),
  'consent-withdrawn': event({ by: e.actor, consent: e.made, person: e.person, kind: e.consentKind }, { reading: 'timeline' }),
  'consent-ended': event({ by: e.actor, consent: e.made, person: e.person, kind: e.consentKind }, { reading: 'timeline' }),
  'duty-started': event({ by: e.actor, duty: e.duty, person: e.person, role: e.role, due: e.time }, { reading: 'timeline' }),
  'duty-met': event({ by: e.actor, duty: e.duty, person: e.person, role: e.role }, { reading: 'timeline' }),
  'duty-missed': event({ duty: e.duty, person: e.person, role: e.role }, { reading: 'timeline' }),
};
