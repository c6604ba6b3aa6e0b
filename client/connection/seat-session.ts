/** Everything that lives as long as a seat is open in this tab: store, connection, cards. Framework-free. */
import type { SeatAnswer } from '../../shared/protocol/api.ts';
import { readCards } from './api.ts';
import { SeatConnection } from './seat-connection.ts';
import type { Transport } from './transport.ts';
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
      trainer: false,
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
  const connection = new SeatConnection(transport, store, { room: seat.room, pass: () => Promise.resolve({ token }) });
  const stopListening = store.subscribe((state, action) => {
    if (action.type === 'events')
      cards.renew(action.batch.events.flatMap(cardsTouchedBy).filter((id) => state.cards[id]));
    if (action.type === 'snapshot') cards.forgetAll();
  });
  const online = (): void => connection.retryNow();
  globalThis.addEventListener('online', online);
  connection.start();
  return {
    store,
    connection,
    cards,
    close: () => {
      globalThis.removeEventListener('online', online);
      connection.stop();
      stopListening();
      stopKeeping();
    },
  };
}
