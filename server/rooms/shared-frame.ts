/**
 * One message for many sockets. What an act costs is nearly all writing to sockets, so the frame is made once for everybody
 * who gets it, and each socket is written to once; `ws` would make a head for each, and write head and body apart.
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

/** The plain socket, where nothing of `ws` stands between it and a frame: no compression, and nothing of its own under way. */
function plainSocket({ state, ref }: Receiver): Socket | undefined {
  if (state !== ClientState.JOINED || !(ref instanceof WebSocket)) return undefined;
  if (ref.readyState !== WebSocket.OPEN || ref.extensions !== '') return undefined;
  const socket: unknown = Reflect.get(ref, '_socket');
  return socket instanceof Socket ? socket : undefined;
}

/** The one way from here to sockets; tests look on by putting themselves in its place. */
export const wire = {
  /** Writes `frame`, which holds `message`; by the ordinary way where the short one is not open. */
  write: (client: Receiver, message: Uint8Array, frame: Buffer): void => {
    const socket = plainSocket(client);
    if (socket) socket.write(frame);
    else client.enqueueRaw(message);
  },
};
