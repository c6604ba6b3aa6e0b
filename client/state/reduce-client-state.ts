/** The pure reducer of one seat's client state. Server events enter only through the shared fold. */
import { evolve } from '../../shared/exercise/evolve.ts';
import type { KnownEvent } from '../../shared/exercise/events.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import { emptyWorld, type World } from '../../shared/exercise/world.ts';
import type { Card } from '../../shared/protocol/cards.ts';
import type {
  CommandAnswer,
  PublicState,
  ServerMessages,
  StreamBatch,
  StreamName,
} from '../../shared/protocol/messages.ts';
import type { ConnectionPhase, PendingCommand, SeatState } from './seat-state.ts';

/** One ordered stream: the number of its last event, and the world folded from it. */
export interface Stream {
  upTo: number;
  world: World;
}

/** What the person of a seat looks at: the page, and the case time up to which each thing was read (`SeatState.seen`). */
export interface SeatScreen {
  path: string;
  seen: Record<string, number>;
}

export interface ClientState extends SeatState {
  epoch?: string | undefined;
  streams: Partial<Record<StreamName, Stream>>;
  /** Trainer only: the seats whose person stepped out. */
  away: Record<string, boolean>;
  /** For those who may see desks: what the person of each seat looks at. */
  screens: Record<string, SeatScreen>;
  /** The server announced a restart. */
  restarting: boolean;
}

export type ClientAction =
  | { type: 'phase'; phase: ConnectionPhase; at: number; attempt?: number }
  | { type: 'me'; me: SeatState['me'] }
  | { type: 'public'; state: PublicState; at: number }
  | { type: 'snapshot'; snapshot: ServerMessages['snapshot'] }
  | { type: 'events'; batch: StreamBatch }
  | { type: 'asked'; command: PendingCommand }
  | { type: 'answered'; id: string; body: AnyCommand; answer: CommandAnswer }
  | { type: 'dismiss-refusal' }
  | { type: 'cards'; cards: Card[] }
  | { type: 'forget-cards' }
  | { type: 'draft'; key: string; value: object | undefined }
  | { type: 'seen'; topic: string; at: number }
  | { type: 'select'; selection: SeatState['selection'] }
  | { type: 'step-out'; out: boolean }
  | { type: 'seat-away'; seat: string; out: boolean }
  | { type: 'seat-screen'; screen: ServerMessages['screen'] }
  | { type: 'restarting' }
  | { type: 'restore'; kept: Partial<Pick<ClientState, 'seen' | 'drafts' | 'pending'>> };

export const emptyClientState = (): ClientState => ({
  connection: { phase: 'idle', since: 0, attempt: 0 },
  publicAt: 0,
  world: emptyWorld(),
  seen: {},
  cards: {},
  pending: [],
  drafts: {},
  selection: {},
  steppedOut: false,
  streams: {},
  away: {},
  screens: {},
  restarting: false,
});

export type Placement = 'apply' | 'old' | 'gap';

/** Tells how a batch continues the stream. Batches may overlap; known events are skipped. */
export function placeBatch(upTo: number, batch: StreamBatch): Placement {
  if (batch.from > upTo + 1) return 'gap';
  return batch.from + batch.events.length - 1 <= upTo ? 'old' : 'apply';
}

export function reduceClientState(state: ClientState, action: ClientAction): ClientState {
  switch (action.type) {
    case 'phase':
      return {
        ...state,
        connection: {
          phase: action.phase,
          since: action.phase === state.connection.phase ? state.connection.since : action.at,
          attempt: action.attempt ?? 0,
        },
        restarting: action.phase === 'live' ? false : state.restarting,
      };
    case 'me':
      return { ...state, me: action.me };
    case 'public':
      return withPublic(state, action.state, action.at);
    case 'snapshot':
      return withSnapshot(state, action.snapshot);
    case 'events':
      return withBatch(state, action.batch);
    case 'asked':
      return { ...state, pending: [...state.pending, action.command], refused: undefined };
    case 'answered':
      return {
        ...state,
        pending: state.pending.filter((command) => command.id !== action.id),
        refused: action.answer.ok ? state.refused : { body: action.body, rejection: action.answer.rejection },
      };
    default:
      return reduceDeviceState(state, action);
  }
}

type DeviceAction = Exclude<
  ClientAction,
  { type: 'phase' | 'me' | 'public' | 'snapshot' | 'events' | 'asked' | 'answered' }
>;

function withScreen(
  screens: ClientState['screens'],
  { seat, path, seen, whole }: ServerMessages['screen'],
): ClientState['screens'] {
  return { ...screens, [seat]: { path, seen: whole ? seen : { ...screens[seat]?.seen, ...seen } } };
}

/** Actions that concern only this device. */
function reduceDeviceState(state: ClientState, action: DeviceAction): ClientState {
  switch (action.type) {
    case 'dismiss-refusal':
      return { ...state, refused: undefined };
    case 'cards':
      return {
        ...state,
        cards: { ...state.cards, ...Object.fromEntries(action.cards.map((card) => [card.id, card])) },
      };
    case 'forget-cards':
      return { ...state, cards: {} };
    case 'draft':
      return { ...state, drafts: withDraft(state.drafts, action.key, action.value) };
    case 'seen':
      return { ...state, seen: { ...state.seen, [action.topic]: Math.max(action.at, state.seen[action.topic] ?? 0) } };
    case 'select':
      return { ...state, selection: action.selection };
    case 'step-out':
      return { ...state, steppedOut: action.out };
    case 'seat-away':
      return { ...state, away: { ...state.away, [action.seat]: action.out } };
    case 'seat-screen':
      return { ...state, screens: withScreen(state.screens, action.screen) };
    case 'restarting':
      return { ...state, restarting: true };
    case 'restore':
      return { ...state, ...action.kept };
    default:
      return action satisfies never;
  }
}

/** Merges into the draft of a key, so that two fields set in the same tick both stay. Without a value the draft is deleted. */
function withDraft(drafts: ClientState['drafts'], key: string, value: object | undefined): ClientState['drafts'] {
  const { [key]: old, ...rest } = drafts;
  return value === undefined ? rest : { ...rest, [key]: { ...old, ...value } };
}

/** Case time is extrapolated from the last change of the clock's numbers, so a change of the roster alone must not reset it. */
function withPublic(state: ClientState, next: PublicState, at: number): ClientState {
  const last = state.public;
  const clockMoved = !last || last.caseMs !== next.caseMs || last.pace !== next.pace || last.status !== next.status;
  const ownSeat = state.me && next.roster.find((seat) => seat.seat === state.me?.seat);
  const me =
    state.me && ownSeat && ownSeat.role !== '' && ownSeat.role !== state.me.role
      ? { ...state.me, role: ownSeat.role }
      : state.me;
  return { ...state, me, public: next, publicAt: clockMoved ? at : state.publicAt };
}

function withSnapshot(state: ClientState, snapshot: ServerMessages['snapshot']): ClientState {
  const streams = Object.fromEntries(snapshot.streams.map(({ stream, upTo, world }) => [stream, { upTo, world }]));
  const moved = snapshot.role !== undefined && state.me?.role !== undefined && snapshot.role !== state.me.role;
  return {
    ...state,
    epoch: snapshot.epoch,
    streams,
    world: worldOf(streams),
    cards: moved ? {} : state.cards,
    me: state.me && {
      ...state.me,
      ...(snapshot.seat === undefined ? {} : { seat: snapshot.seat }),
      ...(snapshot.role === undefined ? {} : { role: snapshot.role }),
    },
  };
}

function withBatch(state: ClientState, batch: StreamBatch): ClientState {
  const stream = state.streams[batch.stream] ?? { upTo: 0, world: emptyWorld() };
  if (placeBatch(stream.upTo, batch) !== 'apply') return state;
  const fresh = batch.events.slice(stream.upTo + 1 - batch.from);
  const world = fresh.reduce((folded: World, event: KnownEvent) => evolve(folded, event), stream.world);
  const streams = { ...state.streams, [batch.stream]: { upTo: stream.upTo + fresh.length, world } };
  return { ...state, streams, world: worldOf(streams) };
}

/**
 * Merges the streams of a seat into one world. The desk's stream wins; the seat's stream only adds entries, so a private line
 * never hides what the desk knows.
 */
export function worldOf(streams: Partial<Record<StreamName, Stream>>): World {
  const lead = streams.trainer?.world ?? streams.role?.world;
  const own = streams.seat?.world;
  if (!lead || !own) return lead ?? own ?? emptyWorld();
  return {
    ...lead,
    now: Math.max(lead.now, own.now),
    messages: { ...own.messages, ...lead.messages },
    hands: { ...own.hands, ...lead.hands },
    seats: { ...own.seats, ...lead.seats },
    notes: [...lead.notes, ...own.notes],
  };
}
