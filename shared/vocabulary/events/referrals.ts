/** Referrals. `state` is the state that was reached. */
import { event } from '../declare.ts';
import { e, many, oneOf, optional } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const referralEvents = {
  'needs-assessed': event({ ...acted, referral: e.made, person: e.person, needs: many(e.need), state: e.referralState }, { reading: 'timeline', creates: 'referral' }),
  'referral-consented': event({ ...acted, referral: e.made, person: e.person, consent: e.made, state: e.referralState }),
  'service-offered': event({ ...acted, referral: e.made, person: e.person, service: e.service, conditional: e.yesNo, state: e.referralState }, { reading: 'timeline' }),
  'offer-accepted': event({ ...acted, referral: e.made, person: e.person, service: e.service, answer: e.answer, state: e.referralState }, { reading: 'timeline' }),
  'offer-refused': event({ ...acted, referral: e.made, person: e.person, service: e.service, answer: e.answer, state: e.referralState }, { reading: 'timeline' }),
  'place-declined': event({ by: e.actor, referral: e.made, person: e.person, service: e.service, outcome: oneOf('decline', ['full', 'profile', 'hours']) }, { reading: 'timeline' }),
  'transport-started': event({ ...acted, referral: e.made, person: e.person, service: e.service, with: e.transport, due: e.time, state: e.referralState }, { reading: 'timeline' }),
  received: event({ ...acted, referral: e.made, person: e.person, service: e.service, state: e.referralState }, { reading: 'timeline' }),
  'feedback-given': event({ ...acted, referral: e.made, person: e.person, service: e.service, text: optional(e.text), state: e.referralState }, { reading: 'timeline' }),
  'referral-closed': event({ ...acted, referral: e.made, person: e.person, state: e.referralState }, { reading: 'timeline' }),
  'room-changed': event({ service: e.service, room: e.number }, { reading: 'hidden-from-desks' }),
};
