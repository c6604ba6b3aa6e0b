/** Who acted: `by` is the desk (or an outside body, the trainer, the story), `seat` the person at the desk. */
import { e, optional } from '../fields.ts';

export const acted = { by: e.actor, seat: optional(e.seat) };
