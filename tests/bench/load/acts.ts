/**
 * The act of the load benchmarks: a desk tells all desks something in its own words. Of all that trainees can do over and
 * over, this is what reaches everybody in the room; it is also the dearest of its kind: an event, an answer to be kept, and
 * a text in its own table.
 */
import { randomBytes } from 'node:crypto';

export const ACT_EVENT = 'message-sent';

export const actOf = (roles: readonly string[]) => ({
  id: randomBytes(16).toString('hex'),
  body: { type: 'send-message', to: roles, text: 'Understood. We are on our way and call again.' },
});

/** Something that each desk has from the start, in the order of `ROLES`. */
const OWN_ITEMS = ['coach-nickname', 'closed-file', 'workshop-complaint', 'two-parents-asking', 'earlier-crossing'];
let moved = 0;

/** A desk moves something on its own board. Only that desk hears of it, and the place before is forgotten. */
export const placing = (place: number) => ({
  id: randomBytes(16).toString('hex'),
  body: { type: 'place-item', item: OWN_ITEMS[place % OWN_ITEMS.length], x: moved++ % 4000, y: 7 },
});
