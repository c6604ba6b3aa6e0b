/**
 * One message for many sockets. Socket writes dominate the cost of a command, so the frame is built once for all receivers and
 * written with one call per socket; `ws` would build a head for each and write head and body separately.
 */
import { ClientState } from '@colyseus/core';
import { Socket } from 'node:net';
import { WebSocket } from 'ws';

export interface Receiver {
  sessionId: string;
  state: number;
  ref: unknown;
  enqueueRaw(message: Uint8Array): void;
}

const WHOLE_BINARY = 0x82;
const [TWO_BYTES, EIGHT_BYTES] = [126, 127];

/** An unfragmented, unmasked, uncompressed frame, as servers send them (RFC 6455, 5.2). */
export function frameOf(message: Uint8Array): Buffer {
  const { length } = message;
  const headLength = length < TWO_BYTES ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = WHOLE_BINARY;
  frame[1] = headLength === 2 ? length : headLength === 4 ? TWO_BYTES : EIGHT_BYTES;
  if (headLength === 4) frame.writeUInt16BE(length, 2);
  if (headLength === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(message, headLength);
  return frame;
}

/** The TCP socket, if `ws` neither compresses nor has an unfinished write; undefined otherwise. */
function plainSocket({ state, ref }: Receiver): Socket | undefined {
  if (state !== ClientState.JOINED || !(ref instanceof WebSocket)) return undefined;
  if (ref.readyState !== WebSocket.OPEN || ref.extensions !== '') return undefined;
  const socket: unknown = Reflect.get(ref, '_socket');
  return socket instanceof Socket ? socket : undefined;
}

/** The only path to sockets; tests replace it to observe frames. */
export const wire = {
  /** Writes `frame`, which holds `message`; falls back to `ws` if there is no plain socket. */
  write: (client: Receiver, message: Uint8Array, frame: Buffer): void => {
    const socket = plainSocket(client);
    if (socket) socket.write(frame);
    else client.enqueueRaw(message);
  },
};
