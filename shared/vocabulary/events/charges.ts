/** The charging table. */
import { event } from '../declare.ts';
import { e, many, optional } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const chargeEvents = {
  'charge-set': event({ ...acted, charge: e.made, person: e.person, offence: e.offence, act: many(e.item), means: many(e.item), purposeItems: many(e.item), child: e.yesNo, nonPunishment: e.nonPunishment, remedies: many(e.remedy), reason: optional(e.text) }, { reading: 'timeline', creates: 'charge' }),
  'charge-dropped': event({ ...acted, charge: e.made, person: e.person, offence: e.offence }, { reading: 'timeline' }),
  'charge-filed': event({ ...acted, charge: e.made, person: e.person, offence: e.offence, nonPunishment: e.nonPunishment, remedies: many(e.remedy), child: e.yesNo }, { reading: 'timeline' }),
  'no-charge-decided': event({ ...acted, person: e.person, nonPunishment: e.nonPunishment, reason: e.text }, { reading: 'timeline' }),
  'protective-measure-asked': event({ ...acted, person: e.person, kind: e.measure }, { reading: 'timeline' }),
};
