/**
 * The Colyseus transport. It is the only importer of the SDK and is loaded when a client joins a room. The SDK's own reconnection
 * is off: it gives up after some attempts, and never starts for a connection younger than five seconds.
 */
import { ColyseusSDK, type Room } from '@colyseus/sdk';
import type { ApiError } from '../../shared/protocol/api.ts';
import type { JoinOptions, PublicSeat, PublicState, ServerMessages } from '../../shared/protocol/messages.ts';
import { OTHER_VERSION, PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { reportOtherVersion } from '../state/other-version.ts';
import {
  type Credentials,
  type Link,
  type LinkEvents,
  LostError,
  NotNowError,
  RefusedError,
  type Transport,
} from './transport.ts';

/** The connection sets the deadlines. This one only stops the SDK's list of open requests from growing without limit. */
const SDK_REQUEST_TIMEOUT_MS = 120_000;
const MESSAGES = [
  'events',
  'snapshot',
  'elsewhere',
  'notice',
  'step-out',
  'screen',
] as const satisfies readonly (keyof ServerMessages)[];
/** Matchmaking codes after which a retry cannot succeed: no such room, wrong pass, expired pass. */
const PERMANENT_CODES = new Set([401, 403, 525]);
/** Matchmaking code: a newer tab took the seat while this tab was away. */
const NEWER_TAB_CODE = 409;

const hasToJson = (value: unknown): value is { toJSON: () => unknown } =>
  typeof value === 'object' && value !== null && 'toJSON' in value;

/** The room's public state as plain data; the roster may be a map or a list on the wire. */
function plainState(state: unknown): PublicState | undefined {
  const plain = hasToJson(state) ? state.toJSON() : state;
  if (typeof plain !== 'object' || plain === null || !('status' in plain)) return undefined;
  const raw = plain as Omit<PublicState, 'roster'> & { roster?: Record<string, PublicSeat> | PublicSeat[] };
  const roster = Array.isArray(raw.roster) ? raw.roster : Object.values(raw.roster ?? {});
  return { status: raw.status, caseMs: raw.caseMs, pace: raw.pace, phase: raw.phase ?? '', roster };
}

function joinError(error: unknown): Error {
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : 0;
  if (code === OTHER_VERSION) {
    reportOtherVersion(Number((error as Error).message));
    return new RefusedError('other-version', true);
  }
  if (code === NEWER_TAB_CODE) return new RefusedError('newer-tab', true);
  return PERMANENT_CODES.has(code) ? new RefusedError(String(code), true) : new LostError('join');
}

/** Maps a failed request to an error: the server rejected it with a code, or the connection broke. */
function requestError(type: string, error: unknown): Error {
  if (!(error instanceof Error) || error.name !== 'rejected') return new LostError(type);
  const { error: code } = (error as Error & { reason?: Partial<ApiError> }).reason ?? {};
  if (code === 'disk-full' || code === 'server-busy') return new NotNowError(code);
  return code === 'internal' ? new LostError(code) : new RefusedError(type, false);
}

/** Calls `heard` for every frame, before the SDK handles it. The SDK has a single `onmessage` slot, so the function wraps it. */
function watchFrames(room: Room, heard: () => void): void {
  const { onmessage } = room.connection.events;
  Object.assign(room.connection.events, {
    onmessage: (event: MessageEvent) => {
      heard();
      onmessage?.(event);
    },
  });
}

async function open(origin: string, credentials: Credentials, events: LinkEvents, options: JoinOptions): Promise<Link> {
  const pass = await credentials.pass();
  const client = new ColyseusSDK(origin.replace(/^http/, 'ws'));
  if ('token' in pass) client.auth.token = pass.token;
  const room = await client
    .joinById(credentials.room, { protocol: PROTOCOL_VERSION, ...pass, ...options })
    .catch((error: unknown) => {
      throw joinError(error);
    });
  room.reconnection.enabled = false;
  let closed = false;
  const end = (code: number): void => {
    if (closed) return;
    closed = true;
    events.closed(code);
  };
  watchFrames(room, events.heard);
  room.onStateChange((state: unknown) => {
    const plain = plainState(state);
    if (plain) events.publicState(plain);
  });
  for (const type of MESSAGES) room.onMessage(type, (payload: never) => events.message(type, payload));
  room.onLeave((code: number) => end(code));
  room.onError((code: number) => end(code));
  return {
    close: () => {
      if (closed) return;
      closed = true;
      room.connection.close();
    },
    ping: () => room.ping(() => undefined),
    request: async (type, payload) => {
      try {
        return (await room.request(type, payload, { timeout: SDK_REQUEST_TIMEOUT_MS })) as unknown;
      } catch (error) {
        throw requestError(type, error);
      }
    },
  };
}

/** A transport to the server at `origin` (`http://…`). */
export const colyseusTo = (origin: () => string): Transport => ({
  open: (credentials, events, options) => open(origin(), credentials, events, options),
});

/** A transport to the server that delivered this page. */
export const colyseusTransport: Transport = colyseusTo(() => globalThis.location.origin);
