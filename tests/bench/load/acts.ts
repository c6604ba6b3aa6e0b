/**
 * The act of the load benchmarks: a desk sends all desks a message. Of the repeatable acts of trainees it reaches the
 * most clients and costs the most: an event, a stored answer, and a text in its own table.
 */
import { randomBytes } from 'node:crypto';

export const ACT_EVENT = 'message-sent';

export const actOf = (roles: readonly string[]) => ({
  id: randomBytes(16).toString('hex'),
  body: { type: 'send-message', to: roles, text: 'Understood. We are on our way and call again.' },
});

/** An item that each desk has from the start, in the order of `ROLES`. */
const OWN_ITEMS = ['coach-nickname', 'closed-file', 'workshop-complaint', 'two-parents-asking', 'earlier-crossing'];
let moved = 0;

/** A desk moves an item on its own board. Only that desk gets the event, and the old position is dropped. */
export const placing = (place: number) => ({
  id: randomBytes(16).toString('hex'),
  body: { type: 'place-item', item: OWN_ITEMS[place % OWN_ITEMS.length], x: moved++ % 4000, y: 7 },
});
