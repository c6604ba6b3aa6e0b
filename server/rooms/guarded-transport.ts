/**
 * A WebSocket transport that closes sockets that join no room in time, and sockets that flood below the message level that
 * rooms count: pings, pongs, fragments, bytes after the last message. A listener that throws on a frame closes that socket;
 * otherwise the error would end the process.
 */
import { WebSocketTransport, type TransportOptions } from '@colyseus/ws-transport';
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

// Colyseus 0.18 reads the global `WebSocket.OPEN` when a client joins; Node 20 has no such global.
(globalThis as { WebSocket?: unknown }).WebSocket ??= WebSocket;

/** From the upgrade to being in the room. The seat was held before, so nothing slow happens in between. */
const IN_ROOM_WITHIN_MS = 5000;
/** A whole queue of long texts after a time without network is a tenth of this. */
const MOST_BYTES_A_LOOK = 2 * 1024 * 1024;
const LOOK_EVERY_MS = 1000;
const MOST_CONTROL_FRAMES_A_LOOK = 40;

interface Watched {
  wire: Socket;
  bytes: number;
  controlFrames: number;
}

/** Whoever sends such frames may send many; the log is for people. */
const REPORT_EVERY_MS = 1000;

function seldom(report: (error: unknown) => void): (error: unknown) => void {
  let next = 0;
  return (error) => {
    const now = performance.now();
    if (now < next) return;
    next = now + REPORT_EVERY_MS;
    report(error);
  };
}

const admitted = new WeakSet<WebSocket>();
const waiting = new WeakMap<WebSocket, () => void>();

/** Somebody on this socket is in a room: from now on it is kept, whoever hoards sockets. */
export function admitSocket(socket: WebSocket): void {
  admitted.add(socket);
  waiting.get(socket)?.();
}

export class GuardedTransport extends WebSocketTransport {
  readonly #watched = new Map<WebSocket, Watched>();
  readonly #report: (error: unknown) => void;

  /** `settled` hears of plain sockets on which somebody is in a room, `report` of frames over which a listener stumbled. */
  constructor(options: TransportOptions, settled: (wire: Socket) => void, report: (error: unknown) => void) {
    super(options);
    this.#report = seldom(report);
    this.wss.on('connection', (socket: WebSocket, { socket: wire }: { socket: Socket }) =>
      this.#watch(socket, wire, settled),
    );
    const look = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
    this.server?.once('close', () => clearInterval(look));
  }

  #watch(socket: WebSocket, wire: Socket, settled: (wire: Socket) => void): void {
    const watched: Watched = { wire, bytes: wire.bytesRead, controlFrames: 0 };
    this.#watched.set(socket, watched);
    const count = () => {
      watched.controlFrames += 1;
      if (watched.controlFrames > MOST_CONTROL_FRAMES_A_LOOK) socket.terminate();
    };
    this.#bear(socket);
    socket.on('ping', count);
    socket.on('pong', count);
    const late = setTimeout(() => socket.terminate(), IN_ROOM_WITHIN_MS).unref();
    waiting.set(socket, () => {
      clearTimeout(late);
      settled(wire);
    });
    // Rooms may have let somebody in before this listener had its turn.
    if (admitted.has(socket)) admitSocket(socket);
    socket.once('close', () => {
      clearTimeout(late);
      this.#watched.delete(socket);
    });
  }

  #bear(socket: WebSocket): void {
    const emit = socket.emit.bind(socket);
    socket.emit = (event: string | symbol, ...args: unknown[]) => {
      try {
        return emit(event, ...args);
      } catch (error) {
        this.#report(error);
        socket.terminate();
        return true;
      }
    };
  }

  #look(): void {
    for (const [socket, watched] of this.#watched) {
      const { bytesRead } = watched.wire;
      if (bytesRead - watched.bytes > MOST_BYTES_A_LOOK) socket.terminate();
      watched.bytes = bytesRead;
      watched.controlFrames = 0;
    }
  }
}
