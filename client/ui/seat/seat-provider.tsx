/** Provides a seat to the screens below: a connected seat, or a read-only one from a desk's world for the trainer. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { lead } from '../../../shared/access/actor.ts';
import type { World } from '../../../shared/exercise/world.ts';
import type { SeatAnswer } from '../../../shared/protocol/api.ts';
import type { PublicState } from '../../../shared/protocol/messages.ts';
import { readArt, readCards } from '../../connection/api.ts';
import type { Transport } from '../../connection/transport.ts';
import { CardLoader } from '../../state/card-loader.ts';
import { ClientStore } from '../../state/client-store.ts';
import { deviceNow } from '../../device/device-time.ts';
import { Pictures } from '../../art/pictures.ts';
import type { ClientState } from '../../state/reduce-client-state.ts';
import { openSeatSession, type SeatSession } from '../../connection/seat-session.ts';
import { KitContext } from '../../context/kit.ts';
import { type SceneSource, SceneSourceContext } from '../../context/scene-source.ts';
import { SeatContext, type SeatTools } from '../../context/seat.ts';
import { makeSeatTools, type SeatActions } from '../../context/seat-tools.ts';

interface ProviderProps {
  tools: SeatTools;
  pictures: Pictures;
  store: ClientStore;
  children: ComponentChildren;
}

function Provide({ tools, pictures, store, children }: ProviderProps) {
  const scenes = useMemo(() => sceneSource(store, pictures), [store, pictures]);
  const kit = {
    card: tools.card,
    art: (path: string, expression?: string) => pictures.address(path, expression),
    caseNow: tools.caseNow,
  };
  return (
    <SeatContext.Provider value={tools}>
      <KitContext.Provider value={kit}>
        <SceneSourceContext.Provider value={scenes}>{children}</SceneSourceContext.Provider>
      </KitContext.Provider>
    </SeatContext.Provider>
  );
}

function sceneSource(store: ClientStore, pictures: Pictures): SceneSource {
  return {
    subscribe: (listener) => store.subscribe(listener),
    get: () => store.get(),
    artUrl: async (cardId) => {
      const path = store.get().cards[cardId]?.art;
      return path === undefined ? undefined : pictures.load(path);
    },
  };
}

function useStore(store: ClientStore): ClientState {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    setState(store.get());
    return store.subscribe(setState);
  }, [store]);
  return state;
}

/** Receives the session of the seat, for the few screens that need more than tools (connection banner, leaving). */
export type SessionChildren = (session: SeatSession) => ComponentChildren;

/** A trainee's seat. It stays connected while this component is mounted. */
export function SeatProvider({
  token,
  seat,
  transport,
  children,
}: {
  token: string;
  seat: SeatAnswer;
  transport: Transport;
  children: SessionChildren;
}) {
  const [session, setSession] = useState<SeatSession>();
  useEffect(() => {
    const opened = openSeatSession(token, seat, transport);
    setSession(opened);
    return opened.close;
  }, [token, seat, transport]);
  return session ? (
    <Connected session={session} token={token}>
      {children}
    </Connected>
  ) : null;
}

function Connected({ session, token, children }: { session: SeatSession; token: string; children: SessionChildren }) {
  const state = useStore(session.store);
  const [, rerender] = useState(0);
  const pictures = useMemo(
    () =>
      new Pictures(
        (path) => readArt(path, token),
        () => rerender((count) => count + 1),
      ),
    [token],
  );
  useEffect(() => () => pictures.close(), [pictures]);
  const actions = useMemo<SeatActions>(
    () => ({
      readOnly: false,
      dispatch: (action) => session.store.dispatch(action),
      send: (body) => session.connection.send(body),
      requestCard: (id) => session.cards.request(id),
      stepOut: (out) => {
        session.store.dispatch({ type: 'step-out', out });
        void session.connection.tell('step-out', { out });
      },
    }),
    [session],
  );
  return (
    <Provide
      tools={useMemo(() => makeSeatTools(state, actions), [state, actions])}
      pictures={pictures}
      store={session.store}
    >
      {children(session)}
    </Provide>
  );
}

interface ReadOnlyProps {
  world: World;
  role: string;
  /** The seat whose screen it is: where it is decides what is near on the map. */
  seat: string;
  /** The id of the exercise whose cards the trainer's cookie may read. */
  exercise: string;
  language: string;
  public?: PublicState | undefined;
  /** What the person whose screen it is has read; undefined if that is not known. */
  seen?: Record<string, number> | undefined;
  children: ComponentChildren;
}

/** A desk's screens as the trainer sees them: the same screens, without commands. */
export function ReadOnlySeatProvider({
  world,
  role,
  seat,
  exercise,
  language,
  public: publicState,
  seen,
  children,
}: ReadOnlyProps) {
  const [, rerender] = useState(0);
  const store = useRef(new ClientStore()).current;
  const [cards, pictures] = useMemo(
    () => [
      new CardLoader(
        (ids) => readCards(ids, language, { exercise, desk: role }),
        (arrived) => store.dispatch({ type: 'cards', cards: arrived }),
      ),
      new Pictures(
        (path) => readArt(path),
        () => rerender((count) => count + 1),
      ),
    ],
    [exercise, role, language, store],
  );
  useEffect(() => () => pictures.close(), [pictures]);
  useEffect(() => {
    store.dispatch({ type: 'me', me: { seat, role, name: '', language, actor: lead } });
    store.dispatch({
      type: 'snapshot',
      snapshot: { epoch: 'over-the-shoulder', role, streams: [{ stream: 'role', upTo: 0, world }] },
    });
    if (publicState) store.dispatch({ type: 'public', state: publicState, at: deviceNow() });
  }, [world, role, seat, language, publicState, store]);
  useEffect(() => store.dispatch({ type: 'restore', kept: { seen: seen ?? {} } }), [seen, store]);
  const state = useStore(store);
  const tools = makeSeatTools(state, {
    readOnly: true,
    knowsSeen: seen !== undefined,
    dispatch: (action) => (action.type === 'select' || action.type === 'draft') && store.dispatch(action),
    send: () => Promise.resolve({ ok: false, rejection: { code: 'not-your-role' } }),
    requestCard: (id) => cards.request(id),
    stepOut: () => undefined,
  });
  return (
    <Provide tools={tools} pictures={pictures} store={store}>
      {children}
    </Provide>
  );
}
