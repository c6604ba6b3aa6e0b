/**
 * A phone on bad Wi-Fi stops reading for a while. Its queue must contain the sent messages: Colyseus passes the
 * encoder's shared buffer to the socket, so without a copy the queued patches would contain later ones.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { tapWire } from '../support/tap-wire.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('the queue for a stalled reader', () => {
  it('contains the sent messages, patch by patch', async () => {
    const sent: { given: Buffer; kept: Uint8Array }[] = [];
    const untap = tapWire((_session, frame) => {
      sent.push({ given: Buffer.from(frame), kept: frame });
    });
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
      await eventually(
        () => sent.length,
        (count) => count > 40,
        'many frames',
      );
      expect(sent.filter(({ given, kept }) => !given.equals(kept))).toEqual([]);
    } finally {
      untap();
    }
  });
});
