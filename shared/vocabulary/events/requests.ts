/** Requests between desks and to outside bodies. */
import { event } from '../declare.ts';
import { e, many, oneOf, optional, uncompared } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const requestEvents = {
  'request-made': event({ ...acted, request: e.request, kind: e.requestKind, to: e.roleOrBody, basis: e.basis, item: optional(e.item), person: optional(e.person), place: optional(e.place), due: optional(e.time), text: optional(e.text) }, { reading: 'timeline', creates: 'request' }),
  'request-answered': event({ by: e.actor, seat: optional(e.seat), request: e.request, kind: e.requestKind, to: e.role, outcome: oneOf('request-outcome', ['accepted', 'refused', 'answered', 'nothing-held']), parts: many(e.item), holding: optional(uncompared(e.holding)), text: optional(e.text) }, { reading: 'timeline' }),
};
