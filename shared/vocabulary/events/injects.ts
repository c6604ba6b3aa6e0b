/** Injects, messages and notes. */
import { TRAINER } from '../../access/stored-names.ts';
import { event } from '../declare.ts';
import { e, many, oneOf, optional, uncompared } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const injectEvents = {
  'inject-held': event({ ...acted, inject: e.inject }, { reading: 'hidden-from-desks', audience: 'control' }),
  'inject-released': event({ ...acted, inject: e.inject }, { reading: 'hidden-from-desks', audience: 'control' }),
  'inject-skipped': event({ ...acted, inject: e.inject }, { reading: 'timeline', audience: 'control' }),
  'inject-fired': event({ by: e.actor, inject: e.inject, to: many(e.role) }, { reading: 'timeline', audience: 'control' }),
  /** The receiver's side of it: each desk is told of itself alone, unless the news is for everyone. */
  'inject-received': event({ inject: e.inject, to: many(e.role) }, { reading: 'hidden-from-desks' }),
  'expectation-set': event({ inject: e.inject, due: e.time }, { reading: 'hidden-from-desks', audience: 'control' }),
  'expectation-met': event({ inject: e.inject }, { reading: 'timeline', audience: 'control' }),
  'expectation-missed': event({ inject: e.inject }, { reading: 'timeline', audience: 'control' }),
  'message-sent': event({ ...acted, message: e.made, to: many(e.word), text: e.text }, { reading: 'timeline', creates: 'message' }),
  /** A trainer or a role-player said it for the person. */
  'person-spoke': event({ by: oneOf('actor', [TRAINER]), person: e.person, message: e.made, to: many(e.role), text: e.text }, { reading: 'timeline', creates: 'message' }),
  'hand-raised': event({ ...acted, seat: e.seat, text: optional(e.text) }, { reading: 'hidden-from-desks' }),
  'note-taken': event({ ...acted, text: e.text, about: optional(uncompared(e.role)) }, { reading: 'hidden-from-desks', audience: 'control' }),
};
