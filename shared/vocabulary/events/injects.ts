/** Injects, messages and notes. */
import { event } from '../declare.ts';
import { e, many, optional, uncompared } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const injectEvents = {
  'inject-held': event({ ...acted, inject: e.inject }, { audience: 'control' }),
  'inject-released': event({ ...acted, inject: e.inject }, { audience: 'control' }),
  'inject-skipped': event({ ...acted, inject: e.inject }, { readable: true, audience: 'control' }),
  'inject-fired': event({ by: e.actor, inject: e.inject, to: many(e.role) }, { readable: true, audience: 'control' }),
  /** The receiver's side of it: each desk is told of itself alone, unless the news is for everyone. */
  'inject-received': event({ inject: e.inject, to: many(e.role) }),
  'expectation-set': event({ inject: e.inject, due: e.time }, { audience: 'control' }),
  'expectation-met': event({ inject: e.inject }, { readable: true, audience: 'control' }),
  'expectation-missed': event({ inject: e.inject }, { readable: true, audience: 'control' }),
  'message-sent': event({ ...acted, message: e.made, to: many(e.word), text: e.text }, { readable: true, creates: 'message' }),
  'hand-raised': event({ ...acted, seat: e.seat, text: optional(e.text) }),
  'note-taken': event({ ...acted, text: e.text, about: optional(uncompared(e.role)) }, { audience: 'control' }),
};
