/**
 * The HTTP server under everything. What is judged here is judged before any listener sees it: the matchmaker's own routes
 * and its upgrades believe every header, read bodies of any length, and end the process where an address cannot be read.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answersTo, nameIn, type OwnNetwork } from '../host/own-names.ts';

export const BODY_LIMIT = 64 * 1024;
/** Whoever dribbles a request is gone after these. A phone on a bad line sends its headers in two. */
const HEADERS_WITHIN_MS = 8000;
/** Node waits for ever for somebody who says nothing at all. */
const FIRST_WORD_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 1000;
/**
 * Sockets of one address on which nobody is in a room. A browser holds six: room for a class of 160 behind one router. Beyond
 * it the one that has been silent longest goes, so that whoever hoards sockets keeps nobody out.
 */
const MOST_WAITING = 1000;
const MOST_SOCKETS = 10_000;

/** `/<process>/<room>?sessionId=…`: the only address at which a socket may be opened. */
const ROOM_SOCKET = /^\/[\w-]{1,64}\/[\w-]{1,64}\?(?:.*&)?sessionId=[\w-]{1,64}(?:&|$)/;

interface Refusal {
  status: number;
  text: string;
}

export interface GuardedServer {
  http: Server;
  /** Somebody on this socket is in a room: it no longer counts as waiting. */
  settled: (socket: Socket) => void;
}

export function createGuardedServer(network: OwnNetwork): GuardedServer {
  const http = createServer({
    headersTimeout: HEADERS_WITHIN_MS,
    requestTimeout: REQUEST_WITHIN_MS,
    connectionsCheckingInterval: LOOK_EVERY_MS,
    maxHeaderSize: 16 * 1024,
  });
  http.maxConnections = MOST_SOCKETS;
  // A proxy has one address for everybody, and limits of its own.
  const waiting = new Waiting(network.trustProxy === undefined ? MOST_WAITING : MOST_SOCKETS);
  http.on('connection', (socket: Socket) => waiting.add(socket));
  const emit = http.emit.bind(http);
  http.emit = ((event: string, ...args: unknown[]) => {
    if (event !== 'request' && event !== 'upgrade') return emit(event, ...args);
    const request = args[0] as IncomingMessage;
    waiting.heard(request.socket);
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
    return { status: 400, text: 'This is no address of a page.' };
  if (!answersTo(name, network))
    return {
      status: 421,
      text: `This server does not answer to the name ${name}. Whoever runs it can allow that: BARAZA_HOSTS=${name}`,
    };
  // The matchmaker builds an address out of it and stumbles over nonsense.
  const proto = headers['x-forwarded-proto'];
  if (proto !== 'http' && proto !== 'https') delete headers['x-forwarded-proto'];
  const unknownLength = headers['transfer-encoding'] !== undefined && url.startsWith('/matchmake/');
  if (unknownLength || Number(headers['content-length'] ?? 0) > BODY_LIMIT)
    return { status: 413, text: 'This is longer than anything that is sent here.' };
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
  // What is still being sent is not waited for.
  response.once('finish', () => response.socket?.destroySoon());
}

/** Sockets on which nobody is in a room, by address, the longest silent first. */
class Waiting {
  readonly #most: number;
  readonly #byAddress = new Map<string, Set<Socket>>();
  readonly #addressOf = new WeakMap<Socket, string>();
  readonly #silent = new WeakMap<Socket, NodeJS.Timeout>();

  constructor(most: number) {
    this.#most = most;
  }

  add(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const sockets = this.#byAddress.get(address) ?? new Set();
    this.#byAddress.set(address, sockets.add(socket));
    this.#addressOf.set(socket, address);
    this.#silent.set(socket, setTimeout(() => socket.destroy(), FIRST_WORD_WITHIN_MS).unref());
    socket.once('close', () => this.remove(socket));
    const [longest] = sockets;
    if (sockets.size > this.#most) longest?.destroy();
  }

  heard(socket: Socket): void {
    clearTimeout(this.#silent.get(socket));
    const sockets = this.#byAddress.get(this.#addressOf.get(socket) ?? '');
    if (sockets?.delete(socket)) sockets.add(socket);
  }

  remove(socket: Socket): void {
    clearTimeout(this.#silent.get(socket));
    const address = this.#addressOf.get(socket) ?? '';
    const sockets = this.#byAddress.get(address);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.#byAddress.delete(address);
  }
}
