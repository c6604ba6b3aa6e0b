/** Everything that lives as long as a seat is open in this tab: store, connection, cards. Framework-free. */
import { seated } from '../../shared/access/actor.ts';
import type { SeatAnswer } from '../../shared/protocol/api.ts';
import { readCards, readSeat } from './api.ts';
import { SeatConnection } from './seat-connection.ts';
import { type Credentials, RefusedError, type Transport } from './transport.ts';
import { CardDesk, cardsTouchedBy } from '../state/card-desk.ts';
import { ClientStore } from '../state/client-store.ts';
import { keepOnDevice } from '../state/keep-on-device.ts';

export interface SeatSession {
  store: ClientStore;
  connection: SeatConnection;
  cards: CardDesk;
  close: () => void;
}

/** Opens a trainee's seat: restores what this device kept, connects, and keeps cards in step with events. */
export function openSeatSession(token: string, seat: SeatAnswer, transport: Transport): SeatSession {
  const store = new ClientStore();
  store.dispatch({
    type: 'me',
    me: {
      seat: seat.seat,
      name: seat.name,
      language: seat.language,
      actor: seat.alone ? { kind: 'learner', seat: seat.seat } : seated(seat.seat),
      alone: seat.alone,
      ...(seat.role ? { role: seat.role } : {}),
    },
  });
  const stopKeeping = keepOnDevice(store, `${seat.room}.${seat.seat}`);
  const language = (): string => store.get().me?.language ?? seat.language;
  const cards = new CardDesk(
    (ids) => readCards(ids, language(), { token }),
    (arrived) => store.dispatch({ type: 'cards', cards: arrived }),
  );
  const connection = new SeatConnection(transport, store, { room: seat.room, pass: passOf(token) });
  const stopListening = store.subscribe((state, action) => {
    if (action.type === 'events')
      cards.renew(action.batch.events.flatMap(cardsTouchedBy).filter((id) => state.cards[id]));
    if (action.type === 'snapshot') cards.forgetAll();
  });
  const back = (): void => {
    if (globalThis.document.visibilityState !== 'hidden') connection.retryNow();
  };
  globalThis.addEventListener('online', back);
  globalThis.addEventListener('visibilitychange', back);
  connection.start();
  return {
    store,
    connection,
    cards,
    close: () => {
      globalThis.removeEventListener('online', back);
      globalThis.removeEventListener('visibilitychange', back);
      connection.stop();
      stopListening();
      stopKeeping();
    },
  };
}

/** How often somebody knocks in vain before asking whether the seat still exists: its class may have been erased meanwhile. */
const IN_VAIN = 4;

function passOf(token: string): Credentials['pass'] {
  let asked = 0;
  return async () => {
    asked += 1;
    if (asked % IN_VAIN === 0) {
      const seat = await readSeat(token);
      if (!seat.ok && seat.error === 'bad-token') throw new RefusedError(seat.error, true);
    }
    return { token };
  };
}
