/** Items: found, taken, handled, analysed, shared. */
import { event } from '../declare.ts';
import { e, many, optional, uncompared } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const itemEvents = {
  'item-found': event({ ...acted, item: e.item, place: e.place }, { reading: 'timeline' }),
  'item-learned': event({ role: e.role, item: e.item, parts: many(e.part), how: e.learned, by: e.actor }),
  'item-taken': event({ ...acted, item: e.item, place: e.place, basis: e.basis }, { reading: 'timeline' }),
  'item-handled': event({ ...acted, item: e.item, how: e.handling, with: optional(e.word) }, { reading: 'timeline' }),
  'item-handed-over': event({ ...acted, item: e.item, to: e.word }, { reading: 'timeline' }),
  'analysis-started': event({ ...acted, item: e.item, due: e.time }, { reading: 'timeline' }),
  'analysis-ended': event({ by: e.actor, item: e.item }, { reading: 'timeline' }),
  'item-perished': event({ item: e.item }, { reading: 'timeline' }),
  'item-appeared': event({ item: e.item }, { reading: 'hidden-from-desks', audience: 'control' }),
  'item-assessed': event({ ...acted, item: e.item, person: e.person, elements: many(e.element) }, { reading: 'timeline' }),
  'items-linked': event({ ...acted, item: e.item, with: e.item, label: optional(e.text) }),
  'items-unlinked': event({ ...acted, item: e.item, with: e.item }),
  'item-placed': event({ ...acted, item: e.item, x: e.number, y: e.number }),
  'item-shared': event({ ...acted, item: e.item, parts: many(e.part), left: many(uncompared(e.part)), to: e.roleOrBody, purpose: e.purpose, basis: e.basis, channel: e.channel, consent: optional(e.made), text: optional(e.text) }, { reading: 'timeline' }),
  /** The receiver's side of a share: it does not say that parts were left out, nor under which consent. */
  'share-received': event({ ...acted, item: e.item, parts: many(e.part), to: e.role, purpose: e.purpose, basis: e.basis, channel: e.channel, text: optional(e.text) }),
};
