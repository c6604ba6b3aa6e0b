/** Injects with their expectations, messages, notes, raised hands. */
import type { World } from '../world.ts';
import { type Folds } from './fold.ts';
import { addTo, putIn } from './owner.ts';

type InjectState = World['injects'][string];
const inject = (world: World, id: string, more: Partial<InjectState>): World =>
  putIn(world, 'injects', id, { to: [], ...world.injects[id], ...more });

type Message = World['messages'][string];
/** By the list of receivers, which one event has for itself and every world is told of. */
const told = new WeakMap<object, Message>();

/** All worlds that are told of a message share what it says; of all that grows in a class it is the most. */
function messageOf({ at, by, seat, to, text }: Message): Message {
  const before = told.get(to);
  if (before && before.text === text && before.at === at && before.by === by && before.seat === seat) return before;
  const message = { at, by, seat, to, text };
  // A damaged log may name nobody.
  if (Array.isArray(to)) told.set(to, message);
  return message;
}

export const injectFolds: Folds<
  | 'inject-held'
  | 'inject-released'
  | 'inject-skipped'
  | 'inject-fired'
  | 'inject-received'
  | 'expectation-set'
  | 'expectation-met'
  | 'expectation-missed'
  | 'message-sent'
  | 'hand-raised'
  | 'note-taken'
> = {
  'inject-held': (world, event) => inject(world, event.inject, { held: true }),
  'inject-released': (world, event) => inject(world, event.inject, { held: false }),
  'inject-skipped': (world, event) => inject(world, event.inject, { skipped: true }),
  'inject-fired': (world, event) => inject(world, event.inject, { firedAt: event.at, to: event.to, held: false }),
  'inject-received': (world, { at, inject: id, to }) =>
    inject(world, id, { firedAt: at, to: [...new Set([...(world.injects[id]?.to ?? []), ...to])], held: false }),
  'expectation-set': (world, event) => inject(world, event.inject, { due: event.due }),
  'expectation-met': (world, event) => inject(world, event.inject, { met: true }),
  'expectation-missed': (world, event) => inject(world, event.inject, { missed: true }),
  'message-sent': (world, event) => putIn(world, 'messages', event.message, messageOf(event)),
  'hand-raised': (world, event) => putIn(world, 'hands', event.seat, event.at),
  'note-taken': (world, event) => addTo(world, 'notes', { at: event.at, text: event.text, about: event.about }),
};
