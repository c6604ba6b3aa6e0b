/**
 * The floor of the rooms: bare Colyseus. An act puts eight bytes into the state, and one patch per turn of the event
 * loop goes to every client of the room. No rules, no memory, no secrets. `BARE_ROOMS` rooms are open from the start.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineRoom, defineServer, matchMaker, Room } from '@colyseus/core';
import { schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';

/** The number of acts, modulo 65,536, and the eight bytes of the last one. */
const Counter = schema({ acts: t.uint16(), value: t.float64() }, 'Counter');

class BareRoom extends Room {
  override state = new Counter();
  override patchRate = null;
  override autoDispose = false;
  #acts = 0;
  #told = false;

  override messages = {
    act: (_client: unknown, value: number) => {
      this.#acts = (this.#acts + 1) % 65_536;
      this.state.acts = this.#acts;
      this.state.value = value;
      if (this.#told) return;
      this.#told = true;
      setImmediate(() => {
        this.#told = false;
        this.broadcastPatch();
      });
    },
  };
}

const http = createServer();
const server = defineServer({
  greet: false,
  gracefullyShutdown: false,
  transport: new WebSocketTransport({ server: http }),
  rooms: { bare: defineRoom(BareRoom) },
});
await server.listen(0, '127.0.0.1');
const rooms: string[] = [];
for (let made = 0; made < Number(process.env['BARE_ROOMS'] ?? 1); made += 1)
  rooms.push((await matchMaker.createRoom('bare', {})).roomId);
process.stdout.write(`bare ${(http.address() as AddressInfo).port} ${rooms.join(',')} ready\n`);
