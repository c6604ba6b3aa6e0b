/** Requests between desks and to outside bodies. */
import { command } from '../declare.ts';
import { c, ids, oneOf, optional, orEmpty } from '../fields.ts';

// biome-ignore format: one command per line reads best
export const requestCommands = {
  'make-request': command({ kind: c.requestKind, to: c.roleOrBody, basis: c.basis, item: optional(c.item), person: optional(c.person), place: optional(c.place), due: optional(c.time), text: optional(c.text) }, { powers: 'by-case', makes: 'request-made' }),
  'answer-request': command({ request: c.request, outcome: oneOf('request-outcome', ['accepted', 'refused', 'answered']), items: orEmpty(ids(c.item)), text: optional(c.text) }),
};
