/** Injects with their expectations, messages, words of people, notes, raised hands. */
import type { injectEvents } from '../../vocabulary/events/injects.ts';
import type { World } from '../world.ts';
import type { WorldDraft } from './draft.ts';
import type { Folds } from './fold.ts';

type InjectState = World['injects'][string];
const inject = (draft: WorldDraft, id: string, more: Partial<InjectState>): void =>
  draft.put('injects', id, { to: [], ...draft.world.injects[id], ...more });

export const injectFolds: Folds<keyof typeof injectEvents> = {
  'inject-held': (draft, event) => inject(draft, event.inject, { held: true }),
  'inject-released': (draft, event) => inject(draft, event.inject, { held: false }),
  'inject-skipped': (draft, event) => inject(draft, event.inject, { skipped: true }),
  'inject-fired': (draft, event) => inject(draft, event.inject, { firedAt: event.at, to: event.to, held: false }),
  'inject-received': (draft, { at, inject: id, to }) =>
    inject(draft, id, { firedAt: at, to: [...new Set([...(draft.world.injects[id]?.to ?? []), ...to])], held: false }),
  'expectation-set': (draft, event) => inject(draft, event.inject, { due: event.due }),
  'expectation-met': (draft, event) => inject(draft, event.inject, { met: true }),
  'expectation-missed': (draft, event) => inject(draft, event.inject, { missed: true }),
  'message-sent': (draft, event) => {
    const { at, by, seat, to, text } = event;
    const message = { at, by, seat, to, text };
    draft.put('messages', event.message, draft.messages?.share(message) ?? message);
  },
  'person-spoke': (draft, { at, by, person, message, to, text }) =>
    draft.put('messages', message, { at, by, person, to, text }),
  'hand-raised': (draft, event) => draft.put('hands', event.seat, event.at),
  'note-taken': (draft, event) => draft.add('notes', { at: event.at, text: event.text, about: event.about }),
};
