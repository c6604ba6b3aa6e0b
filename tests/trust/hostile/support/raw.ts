/** Input that no browser sends: bytes on a plain socket, and hand-made WebSocket frames. */
import { PROTOCOL_VERSION } from '../../../../shared/protocol/version.ts';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { request } from '../../../support/http.ts';

const PROTOCOL_JOIN = 10;

/**
 * Sends bytes and returns the received ones until the other side closes or `withinMs` is over; with `afterAnswerMs`,
 * until that time after the first byte of an answer, during which the client keeps sending.
 */
export async function sendBytes(
  port: number,
  bytes: string | Buffer,
  withinMs = 3000,
  afterAnswerMs?: number,
): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  if (afterAnswerMs !== undefined) socket.once('data', () => setTimeout(() => socket.destroy(), afterAnswerMs));
  socket.write(bytes);
  await gone(socket, withinMs);
  socket.destroy();
  return answer;
}

/** Milliseconds until a socket closes; undefined if it outlives `withinMs`. */
export async function gone(socket: Socket | WebSocket, withinMs: number): Promise<number | undefined> {
  const began = performance.now();
  const closed = socket instanceof WebSocket ? socket.readyState === WebSocket.CLOSED : socket.destroyed;
  if (closed) return 0;
  const signal = AbortSignal.timeout(withinMs);
  try {
    await once(socket, 'close', { signal });
    return performance.now() - began;
  } catch {
    return undefined;
  }
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

interface Reservation {
  processId: string;
  roomId: string;
  sessionId: string;
}

/** A reserved place in the room, held for some seconds. */
export async function reserve(url: string, room: string, token: string): Promise<Reservation> {
  const { status, body } = await request<Reservation>(`${url}/matchmake/joinById/${room}`, {
    method: 'POST',
    body: { protocol: PROTOCOL_VERSION },
    headers: { authorization: `Bearer ${token}` },
  });
  if (status !== 200) throw new Error(`no place in the room: ${status} ${JSON.stringify(body)}`);
  return body;
}

export const socketUrl = (url: string, { processId, roomId, sessionId }: Reservation): string =>
  `${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`;

/** A client in the room whose `socket` can send frames of any kind. */
export async function rawClient(url: string, room: string, token: string): Promise<WebSocket> {
  const socket = new WebSocket(socketUrl(url, await reserve(url, room, token)));
  socket.on('error', () => undefined);
  await once(socket, 'message');
  socket.send(Buffer.from([PROTOCOL_JOIN]));
  return socket;
}

/** The plain socket under a WebSocket of `ws`, for bytes that `ws` itself would not send. */
export const wireOf = (socket: WebSocket): Socket => Reflect.get(socket, '_socket') as Socket;
