/** Everything that lives as long as a seat is open in this tab: store, connection, card cache. Framework-free. */
import { seated } from '../../shared/access/actor.ts';
import type { SeatAnswer } from '../../shared/protocol/api.ts';
import { readCards, readSeat } from './api.ts';
import { SeatConnection } from './seat-connection.ts';
import { type Credentials, RefusedError, type Transport } from './transport.ts';
import { CardLoader, cardsChangedBy } from '../state/card-loader.ts';
import { ClientStore } from '../state/client-store.ts';
import { keepOnDevice } from '../state/keep-on-device.ts';

export interface SeatSession {
  store: ClientStore;
  connection: SeatConnection;
  cards: CardLoader;
  close: () => void;
}

/** Opens a trainee's seat: restores what the device kept, connects, and refreshes the cards that events change. */
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
  const cards = new CardLoader(
    (ids) => readCards(ids, language(), { token }),
    (arrived) => store.dispatch({ type: 'cards', cards: arrived }),
  );
  const connection = new SeatConnection(transport, store, { room: seat.room, pass: passOf(token) });
  const stopListening = store.subscribe((state, action) => {
    if (action.type === 'events')
      cards.refresh(action.batch.events.flatMap(cardsChangedBy).filter((id) => state.cards[id]));
    if (action.type === 'snapshot') cards.forgetAll();
  });
  const resume = (): void => {
    if (globalThis.document.visibilityState !== 'hidden') connection.retryNow();
  };
  globalThis.addEventListener('online', resume);
  globalThis.addEventListener('visibilitychange', resume);
  connection.start();
  return {
    store,
    connection,
    cards,
    close: () => {
      globalThis.removeEventListener('online', resume);
      globalThis.removeEventListener('visibilitychange', resume);
      connection.stop();
      stopListening();
      stopKeeping();
    },
  };
}

/** After this many failed attempts the client asks whether the seat still exists: its class may have been erased. */
const ATTEMPTS_PER_SEAT_CHECK = 4;

function passOf(token: string): Credentials['pass'] {
  let attempts = 0;
  return async () => {
    attempts += 1;
    if (attempts % ATTEMPTS_PER_SEAT_CHECK === 0) {
      const seat = await readSeat(token);
      if (!seat.ok && seat.error === 'bad-token') throw new RefusedError(seat.error, true);
    }
    return { token };
  };
}
