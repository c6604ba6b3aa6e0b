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

/** From the upgrade to the join. The seat is reserved before, so nothing slow happens in between. */
const JOIN_TIMEOUT_MS = 5000;
/** Ten times a full command queue of long texts after a network loss. */
const MAX_BYTES_PER_CHECK = 2 * 1024 * 1024;
const CHECK_EVERY_MS = 1000;
const MAX_CONTROL_FRAMES_PER_CHECK = 40;

interface Watched {
  wire: Socket;
  bytes: number;
  controlFrames: number;
}

/** A client that sends such frames may send many; the log gets one line per second. */
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

/** The client of this socket is in a room: the join timeout no longer applies. */
export function admitSocket(socket: WebSocket): void {
  admitted.add(socket);
  waiting.get(socket)?.();
}

export class GuardedTransport extends WebSocketTransport {
  readonly #watched = new Map<WebSocket, Watched>();
  readonly #report: (error: unknown) => void;

  /** `settled` receives TCP sockets whose client is in a room, `report` the errors of listeners. */
  constructor(options: TransportOptions, settled: (wire: Socket) => void, report: (error: unknown) => void) {
    super(options);
    this.#report = seldom(report);
    this.wss.on('connection', (socket: WebSocket, { socket: wire }: { socket: Socket }) =>
      this.#watch(socket, wire, settled),
    );
    const look = setInterval(() => this.#look(), CHECK_EVERY_MS).unref();
    this.server?.once('close', () => clearInterval(look));
  }

  #watch(socket: WebSocket, wire: Socket, settled: (wire: Socket) => void): void {
    const watched: Watched = { wire, bytes: wire.bytesRead, controlFrames: 0 };
    this.#watched.set(socket, watched);
    const count = () => {
      watched.controlFrames += 1;
      if (watched.controlFrames > MAX_CONTROL_FRAMES_PER_CHECK) socket.terminate();
    };
    this.#bear(socket);
    socket.on('ping', count);
    socket.on('pong', count);
    const late = setTimeout(() => socket.terminate(), JOIN_TIMEOUT_MS).unref();
    waiting.set(socket, () => {
      clearTimeout(late);
      settled(wire);
    });
    // The room may have admitted the client before this listener ran.
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
      if (bytesRead - watched.bytes > MAX_BYTES_PER_CHECK) socket.terminate();
      watched.bytes = bytesRead;
      watched.controlFrames = 0;
    }
  }
}
