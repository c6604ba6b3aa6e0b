/** Configures Colyseus: origins, socket limits, the methods of the matchmaker that clients may call, its log. */
import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { matchMaker } from '@colyseus/core';
import type { Log } from '../host/log.ts';
import { GuardedTransport } from './guarded-transport.ts';

/** True for a request without `Origin`, and for one whose `Origin` is the host in its `Host` header. */
export type IsOwnOrigin = (origin: string | null, host: string | null) => boolean;

/** `closeTimeout`: milliseconds that a client has to close before the socket is destroyed. */
const SOCKETS = { maxPayload: 64 * 1024, maxFragments: 64, closeTimeout: 1500, pingInterval: 5000, pingMaxRetries: 2 };

interface TransportSetup {
  http: HttpServer;
  /** Receives the TCP sockets whose client has joined a room. */
  settled: (socket: Socket) => void;
  isOwnOrigin: IsOwnOrigin;
  log: Log;
}

/** Accepts WebSockets of our own origin only. A frame that makes a listener throw closes its own socket and no other. */
export const createTransport = ({ http, settled, isOwnOrigin, log }: TransportSetup): GuardedTransport =>
  new GuardedTransport(
    {
      ...SOCKETS,
      server: http,
      beforeUpgrade: ({ headers }) =>
        isOwnOrigin(headers.get('origin'), headers.get('host')) ? undefined : new Response(null, { status: 403 }),
    },
    settled,
    (err) => log.error({ err }, 'a frame could not be read, its sender was disconnected'),
  );

/** By default the matchmaker lets clients create rooms, and allows every origin with credentials. */
export function hardenMatchmaker(isOwnOrigin: IsOwnOrigin): void {
  matchMaker.controller.exposedMethods = ['joinById', 'reconnect'];
  const defaults: Record<string, string> = matchMaker.controller.DEFAULT_CORS_HEADERS;
  for (const header of ['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials']) delete defaults[header];
  matchMaker.controller.getCorsHeaders = (headers: Headers): Record<string, string> => {
    const origin = headers.get('origin');
    return origin && isOwnOrigin(origin, headers.get('host'))
      ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' }
      : {};
  };
}

/** Colyseus logs every rejected frame with its stack; here it is one line at a lower level. */
export const quietLogger = (log: Log) => ({
  debug: (message: unknown) => log.debug(String(message)),
  info: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.info(String(message)),
  error: (message: unknown) => log.info(String(message)),
});
