/**
 * A phone on bad Wi-Fi reads nothing for a while. What waits for it must be what was sent: Colyseus hands the encoder's
 * shared buffer to the socket, so without a copy the waiting patches would hold the content of later ones.
 */
import { WebSocketClient } from '@colyseus/ws-transport';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('what waits for a stalled reader', () => {
  it('is what was sent, patch by patch', async () => {
    const sent: { given: Buffer; kept: Uint8Array }[] = [];
    const raw = WebSocketClient.prototype.raw;
    WebSocketClient.prototype.raw = function tap(this: WebSocketClient, data, ...rest) {
      const kept = data as Uint8Array;
      sent.push({ given: Buffer.from(kept), kept });
      return raw.call(this, data, ...rest);
    };
    try {
      const trainer = await server.trainer();
      const { pin } = await trainer.opensClass();
      await trainer.entersRoom();
      const reader = await TestTrainee.joins(server.url, pin, 'Reader', 'police');
      for (let count = 0; count < 20; count += 1) {
        const ready = count % 2 === 0;
        await reader.client.room.request('ready', { briefRead: true, ready });
        await reader.seesPublic('the change', (state) => state.roster[0]?.ready === ready);
      }
      await trainer.does({ type: 'start-exercise' });
      await eventually(() => sent.length, (count) => count > 40, 'many frames');
      expect(sent.filter(({ given, kept }) => !given.equals(kept))).toEqual([]);
    } finally {
      WebSocketClient.prototype.raw = raw;
    }
  });
});
