/** Passes every frame that the server sends to a test, until it is stopped. */
import { WebSocketClient } from '@colyseus/ws-transport';
import { type Receiver, wire } from '../../server/rooms/shared-frame.ts';

type Raw = (this: WebSocketClient, ...args: Parameters<WebSocketClient['raw']>) => void;

export function tapWire(see: (sessionId: string, frame: Uint8Array) => void): () => void {
  const raw: Raw = Reflect.get(WebSocketClient.prototype, 'raw');
  WebSocketClient.prototype.raw = function tapped(this: WebSocketClient, ...args) {
    see(this.sessionId, args[0] as Uint8Array);
    return raw.apply(this, args);
  };
  const { write } = wire;
  wire.write = (client: Receiver, message: Uint8Array, frame: Buffer) => {
    see(client.sessionId, message);
    write(client, message, frame);
  };
  return () => {
    wire.write = write;
    WebSocketClient.prototype.raw = raw;
  };
}
