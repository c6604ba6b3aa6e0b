/** People of the case: screening, status, risk, custody, consent, duties. */
import { event } from '../declare.ts';
import { e, many, optional, uncompared } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const peopleEvents = {
  'person-placed': event({ person: e.person, place: e.place }, { audience: 'control' }),
  'person-known': event({ role: e.role, person: e.person, named: uncompared(e.yesNo) }),
  'person-met': event({ role: e.role, person: e.person, place: e.place }),
  'person-moved': event({ ...acted, person: e.person, place: e.place }, { readable: true }),
  'person-left': event({ role: e.role, person: e.person }),
  'mood-changed': event({ person: e.person, trust: e.number, stress: e.number }, { audience: 'control' }),
  'indicator-tagged': event({ ...acted, person: e.person, indicator: e.indicator, item: optional(e.item) }, { readable: true }),
  'indicator-untagged': event({ ...acted, person: e.person, indicator: e.indicator }, { readable: true }),
  screened: event({ ...acted, person: e.person, place: e.place, alone: e.yesNo, with: e.presence, outcome: e.status, child: e.yesNo, interpreter: optional(e.helper) }, { readable: true }),
  'status-set': event({ ...acted, person: e.person, status: e.status, text: optional(e.text) }, { readable: true }),
  'risk-assessed': event({ ...acted, person: e.person, level: e.rank, family: e.yesNo, text: optional(e.text) }, { readable: true }),
  'risk-triggered': event({ person: e.person, signal: e.signal }, { readable: true, audience: 'control' }),
  'guardian-notified': event({ ...acted, person: e.person }, { readable: true }),
  'family-contacted': event({ ...acted, person: e.person }, { readable: true }),
  detained: event({ ...acted, person: e.person, place: e.place, basis: e.basis }, { readable: true }),
  released: event({ ...acted, person: e.person }, { readable: true }),
  arrested: event({ ...acted, person: e.person, place: e.place, basis: e.basis, safeguards: many(e.word) }, { readable: true }),
  'consent-asked': event({ ...acted, consent: e.made, person: e.person, kind: e.consentKind, explained: e.yesNo, to: many(e.word), until: optional(e.time), interpreter: optional(e.helper) }, { readable: true, creates: 'consent' }),
  'consent-given': event({ by: e.actor, consent: e.made, person: e.person, kind: e.consentKind, to: many(e.word), until: optional(e.time), answer: e.answer }, { readable: true }),
  'consent-refused': event({ by: e.actor, consent: e.made, person: e.person, kind: e.consentKind, answer: e.answer }, { readable: true }),
  'consent-withdrawn': event({ by: e.actor, consent: e.made, person: e.person, kind: e.consentKind }, { readable: true }),
  'consent-ended': event({ by: e.actor, consent: e.made, person: e.person, kind: e.consentKind }, { readable: true }),
  'duty-started': event({ by: e.actor, duty: e.duty, person: e.person, role: e.role, due: e.time }, { readable: true }),
  'duty-met': event({ by: e.actor, duty: e.duty, person: e.person, role: e.role }, { readable: true }),
  'duty-missed': event({ duty: e.duty, person: e.person, role: e.role }, { readable: true }),
};
