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
  /** Lets the held cards arrive that the screens have asked for so far, and tells how many were asked for. */
  release: () => number;
}

/** `held`: as on a slow network, cards arrive with `release()` only, and commands stay without an answer. */
export type Cards = 'arrive' | 'held';

export function connectToCore(
  play: PlayedClass,
  actor: Actor,
  viewer: Viewer,
  at: { seat: string; role?: string },
  cards: Cards = 'arrive',
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
  const isHeld = cards === 'held';
  const send = (body: AnyCommand): Promise<CommandAnswer> => {
    sent.push(body);
    if (isHeld) return new Promise(() => undefined);
    const code = play.asks(actor, body);
    show();
    return Promise.resolve(code === 'done' ? { ok: true } : { ok: false, rejection: { code } });
  };
  const deliver = (ids: Iterable<string>): void => {
    const source = { compiled: play.compiled, translations: {} };
    const found = [...ids].flatMap((id) => cardFor(source, play.view(viewer), viewer, 'en', id) ?? []);
    if (found.length > 0) store.dispatch({ type: 'cards', cards: found });
  };
  const requestCard = (id: string): void => {
    if (requested.has(id)) return;
    requested.add(id);
    if (!isHeld) queueMicrotask(() => deliver([id]));
  };
  const release = (): number => {
    deliver([...requested].filter((id) => !store.get().cards[id]));
    return requested.size;
  };
  store.dispatch({ type: 'me', me: { ...at, name: 'Calm Heron', language: 'en', actor } });
  show();
  const dispatch = store.dispatch.bind(store);
  const actions = { readOnly: false, dispatch, send, requestCard, stepOut: () => undefined };
  return { store, sent, release, actions };
}
