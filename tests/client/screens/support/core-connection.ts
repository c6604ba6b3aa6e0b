/**
 * The server side of a connection, in this process: the pure core decides the commands of a screen, and the store gets
 * the same messages as from the server. Cards arrive a moment later, and only those that this viewer may read.
 */
import type { Actor } from '../../../../shared/access/actor.ts';
import type { Viewer } from '../../../../shared/access/audience.ts';
import { cardFor } from '../../../../shared/cards/may-read.ts';
import type { AnyCommand } from '../../../../shared/vocabulary/commands.ts';
import type { CommandAnswer } from '../../../../shared/protocol/messages.ts';
import { ClientStore } from '../../../../client/state/client-store.ts';
import type { SeatActions } from '../../../../client/context/seat-tools.ts';
import type { PlayedClass } from '../../../support/a-class.ts';

export interface CoreConnection {
  readonly store: ClientStore;
  readonly actions: SeatActions;
  /** Commands sent by the screens, in order. */
  readonly sent: AnyCommand[];
}

export function connectToCore(
  play: PlayedClass,
  actor: Actor,
  viewer: Viewer,
  at: { seat: string; role?: string },
): CoreConnection {
  const store = new ClientStore();
  const sent: AnyCommand[] = [];
  const requested = new Set<string>();
  const stream = viewer.kind === 'control' ? 'trainer' : 'role';
  const show = (): void =>
    store.dispatch({
      type: 'snapshot',
      snapshot: {
        epoch: 'test',
        ...at,
        streams: [{ stream, upTo: play.log.length, world: play.view(viewer) }],
      },
    });
  const send = (body: AnyCommand): Promise<CommandAnswer> => {
    sent.push(body);
    const code = play.asks(actor, body);
    show();
    return Promise.resolve(code === 'done' ? { ok: true } : { ok: false, rejection: { code } });
  };
  const requestCard = (id: string): void => {
    if (requested.has(id)) return;
    requested.add(id);
    queueMicrotask(() => {
      const card = cardFor({ compiled: play.compiled, translations: {} }, play.view(viewer), viewer, 'en', id);
      if (card) store.dispatch({ type: 'cards', cards: [card] });
    });
  };
  store.dispatch({ type: 'me', me: { ...at, name: 'Calm Heron', language: 'en', actor } });
  show();
  const dispatch = store.dispatch.bind(store);
  return { store, sent, actions: { readOnly: false, dispatch, send, requestCard, stepOut: () => undefined } };
}
