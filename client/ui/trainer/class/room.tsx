/** The trainer's live connection to a class: the world folded from the whole log, and the tools to send commands. */
import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import { lead } from '../../../../shared/access/actor.ts';
import type { ExerciseCard } from '../../../../shared/protocol/api.ts';
import type { PublicState } from '../../../../shared/protocol/messages.ts';
import { makeTicket } from '../../../connection/api.ts';
import { colyseusTransport } from '../../../connection/colyseus-connection.ts';
import { SeatConnection } from '../../../connection/seat-connection.ts';
import { LostError, RefusedError } from '../../../connection/transport.ts';
import { cardLanguage } from '../shell/card-language.ts';
import { keepOnDevice } from '../../../state/keep-on-device.ts';
import type { ClientState } from '../../../state/reduce-client-state.ts';
import { KitContext } from '../../kit/index.ts';
import { SeatContext, type SeatTools } from '../../../context/seat.ts';
import { makeSeatTools } from '../../../context/seat-tools.ts';
import { useExerciseCaches, useClientState } from './cards.tsx';

export interface TrainerRoom {
  exercise: ExerciseCard;
  tools: SeatTools;
  state: ClientState;
  /** The public state; until it arrives, the values of the exercise card. */
  publicState: PublicState;
  /** Seats whose person stepped out. Only the trainer sees this, and it is not stored. */
  away: Record<string, boolean>;
  dismissRefusal: () => void;
}

export const RoomContext = createContext<TrainerRoom | undefined>(undefined);

export function useRoom(): TrainerRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error('useRoom() outside a TrainerRoomProvider');
  return room;
}

async function requestTicket(exercise: string): Promise<{ ticket: string }> {
  const ticket = await makeTicket(exercise);
  if (ticket.ok) return { ticket: ticket.value.ticket };
  if (ticket.error === 'not-signed-in' || ticket.error === 'not-found') throw new RefusedError(ticket.error, true);
  throw new LostError(ticket.error);
}

export function TrainerRoomProvider({ exercise, children }: { exercise: ExerciseCard; children: ComponentChildren }) {
  const language = cardLanguage();
  const { store, cards, pictures } = useExerciseCaches(exercise.exercise);
  const state = useClientState(store);
  const connection = useMemo(() => {
    store.dispatch({ type: 'me', me: { seat: '', name: '', language, actor: lead } });
    return new SeatConnection(colyseusTransport, store, {
      room: exercise.room,
      pass: () => requestTicket(exercise.exercise),
    });
  }, [store, exercise.room, exercise.exercise, language]);
  useEffect(() => {
    const stopKeeping = keepOnDevice(store, `${exercise.room}.trainer`);
    connection.start();
    const online = (): void => connection.retryNow();
    globalThis.addEventListener('online', online);
    return () => {
      globalThis.removeEventListener('online', online);
      connection.stop();
      stopKeeping();
    };
  }, [connection, store, exercise.room]);
  const tools = useMemo(
    () =>
      makeSeatTools(state, {
        readOnly: false,
        dispatch: (action) => store.dispatch(action),
        send: (body) => connection.send(body),
        requestCard: (id) => cards.request(id),
        stepOut: () => undefined,
      }),
    [state, store, connection, cards],
  );
  const room: TrainerRoom = {
    exercise,
    tools,
    state,
    away: state.away,
    dismissRefusal: () => store.dispatch({ type: 'dismiss-refusal' }),
    publicState: state.public ?? { status: exercise.status, caseMs: 0, pace: exercise.pace, phase: '', roster: [] },
  };
  const kit = {
    card: tools.card,
    art: (path: string, expression?: string) => pictures.address(path, expression),
    caseNow: tools.caseNow,
  };
  return (
    <RoomContext.Provider value={room}>
      <SeatContext.Provider value={tools}>
        <KitContext.Provider value={kit}>{children}</KitContext.Provider>
      </SeatContext.Provider>
    </RoomContext.Provider>
  );
}
