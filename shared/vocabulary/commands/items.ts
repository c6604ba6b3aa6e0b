/** Items: custody, analysis, the board, shares. */
import { command } from '../declare.ts';
import { c, ids, many, optional } from '../fields.ts';

// biome-ignore format: one command per line reads best
export const itemCommands = {
  'take-item': command({ item: c.item, basis: c.basis }, { powers: 'by-case' }),
  'handle-item': command({ item: c.item, how: c.handling }),
  'hand-over-item': command({ item: c.item, to: c.word }),
  'analyse-item': command({ item: c.item }, { powers: 'by-case' }),
  'assess-item': command({ item: c.item, person: c.person, elements: many(c.element, { max: 16 }) }),
  'link-items': command({ item: c.item, with: c.item, label: optional(c.text) }, { whilePaused: true }),
  'unlink-items': command({ item: c.item, with: c.item }, { whilePaused: true }),
  'place-item': command({ item: c.item, x: c.within(0, 4000), y: c.within(0, 4000) }, { whilePaused: true }),
  'share-item': command({ item: c.item, parts: ids(c.part, 1), to: c.roleOrBody, purpose: c.purpose, basis: c.basis, channel: c.channel, consent: optional(c.made), text: optional(c.text) }),
};
