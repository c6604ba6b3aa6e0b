/**
 * The HTTP server below Express and Colyseus. It rejects bad requests before any listener sees them, because the routes and
 * upgrades of the matchmaker trust every header, read bodies of any length, and end the process on an invalid URL.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answersTo, nameIn, type OwnNetwork } from '../host/own-names.ts';

export const BODY_LIMIT = 64 * 1024;
/** Limits for clients that send a request slowly. A phone on a bad connection sends its headers in two seconds. */
const HEADERS_TIMEOUT_MS = 8000;
/** For clients that connect and send nothing; Node has no such timeout. */
const FIRST_BYTE_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const CHECK_EVERY_MS = 1000;
/**
 * Sockets per address without a client in a room. A browser opens six, so a class of 160 behind one router fits. Above the limit
 * the socket that has been silent longest is closed, so that a client that hoards sockets locks no one out.
 */
const MAX_WAITING = 1000;
const MAX_SOCKETS = 10_000;

/** `/<process>/<room>?sessionId=…`: the only URL that may be upgraded to a WebSocket. */
const ROOM_SOCKET = /^\/[\w-]{1,64}\/[\w-]{1,64}\?(?:.*&)?sessionId=[\w-]{1,64}(?:&|$)/;

interface Refusal {
  status: number;
  text: string;
}

export interface GuardedServer {
  http: Server;
  /** A client on this socket has joined a room: the socket no longer counts as waiting. */
  settled: (socket: Socket) => void;
}

export function createGuardedServer(network: OwnNetwork): GuardedServer {
  const http = createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: CHECK_EVERY_MS,
    maxHeaderSize: 16 * 1024,
  });
  http.maxConnections = MAX_SOCKETS;
  // Behind a proxy all clients share one address; the proxy has its own limits.
  const waiting = new WaitingSockets(network.trustProxy === undefined ? MAX_WAITING : MAX_SOCKETS);
  http.on('connection', (socket: Socket) => waiting.add(socket));
  const emit = http.emit.bind(http);
  http.emit = ((event: string, ...args: unknown[]) => {
    if (event !== 'request' && event !== 'upgrade') return emit(event, ...args);
    const request = args[0] as IncomingMessage;
    waiting.markActive(request.socket);
    const refusal = judge(request, network) ?? (event === 'upgrade' ? judgeUpgrade(request) : undefined);
    if (!refusal) return emit(event, ...args);
    if (event === 'request') refuse(args[1] as ServerResponse, refusal);
    else request.socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    return true;
  }) as typeof http.emit;
  return { http, settled: (socket) => waiting.remove(socket) };
}

function judge(request: IncomingMessage, network: OwnNetwork): Refusal | undefined {
  const { headers, url = '' } = request;
  const name = nameIn(headers.host);
  if (name === undefined || !url.startsWith('/') || !URL.canParse(`http://${headers.host}${url}`))
    return { status: 400, text: 'This URL is not valid.' };
  if (!answersTo(name, network))
    return {
      status: 421,
      text: `This server does not accept the host name ${name}. Its operator can allow it: BARAZA_HOSTS=${name}`,
    };
  // The matchmaker builds a URL from this header and throws on other values.
  const proto = headers['x-forwarded-proto'];
  if (proto !== 'http' && proto !== 'https') delete headers['x-forwarded-proto'];
  const unknownLength = headers['transfer-encoding'] !== undefined && url.startsWith('/matchmake/');
  if (unknownLength || Number(headers['content-length'] ?? 0) > BODY_LIMIT)
    return { status: 413, text: 'The body is too long.' };
  return undefined;
}

const judgeUpgrade = ({ url = '' }: IncomingMessage): Refusal | undefined =>
  ROOM_SOCKET.test(url) ? undefined : { status: 404, text: '' };

function refuse(response: ServerResponse, { status, text }: Refusal): void {
  response.writeHead(status, {
    connection: 'close',
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  response.end(`${text}\n`);
  // Closes the connection without reading the rest of the body.
  response.once('finish', () => response.socket?.destroySoon());
}

/** Sockets without a client in a room, by address, the longest silent first. */
class WaitingSockets {
  readonly #max: number;
  readonly #byAddress = new Map<string, Set<Socket>>();
  readonly #addressOf = new WeakMap<Socket, string>();
  readonly #firstByteTimers = new WeakMap<Socket, NodeJS.Timeout>();

  /** `max`: sockets per address. */
  constructor(max: number) {
    this.#max = max;
  }

  add(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const sockets = this.#byAddress.get(address) ?? new Set();
    this.#byAddress.set(address, sockets.add(socket));
    this.#addressOf.set(socket, address);
    this.#firstByteTimers.set(socket, setTimeout(() => socket.destroy(), FIRST_BYTE_TIMEOUT_MS).unref());
    socket.once('close', () => this.remove(socket));
    const [longestSilent] = sockets;
    if (sockets.size > this.#max) longestSilent?.destroy();
  }

  /** A request arrived: the socket moves to the end of the order. */
  markActive(socket: Socket): void {
    clearTimeout(this.#firstByteTimers.get(socket));
    const sockets = this.#byAddress.get(this.#addressOf.get(socket) ?? '');
    if (sockets?.delete(socket)) sockets.add(socket);
  }

  remove(socket: Socket): void {
    clearTimeout(this.#firstByteTimers.get(socket));
    const address = this.#addressOf.get(socket) ?? '';
    const sockets = this.#byAddress.get(address);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.#byAddress.delete(address);
  }
}
