/** A client without the need to know receives nothing of an event, not even a frame that reveals that one happened. */
import { Protocol } from '@colyseus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tapWire } from '../../support/tap-wire.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { figure } from '../support/scale.ts';

/** Interval of the clock patch. */
const CLOCK_EVERY_MS = 10_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('forty acts of one desk that the other may not know', () => {
  it('send the other desk no frame; only the clock is sent, at its fixed times', async () => {
    const frames: { session: string; code: number | undefined }[] = [];
    const trainer = await server.trainer();
    const { pin } = await trainer.opensClass();
    await trainer.entersRoom();
    const police = await TestTrainee.joins(server.url, pin, 'Amina', 'police');
    const child = await TestTrainee.joins(server.url, pin, 'Joseph', 'child-protection');
    await trainer.does({ type: 'start-exercise' });
    await child.sees('the start', (world) => world.status === 'running');
    const untap = tapWire((session, frame) => frames.push({ session, code: frame[0] }));
    const began = performance.now();
    try {
      for (let count = 0; count < 40; count += 1) {
        const body = count === 0 ? ({ type: 'travel', place: 'bus-park' } as const) : ({ type: 'raise-hand' } as const);
        expect(await police.does(body)).toMatchObject({ ok: true });
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    } finally {
      untap();
    }
    const clocks = Math.ceil((performance.now() - began) / CLOCK_EVERY_MS) + 1;
    const own = frames.filter(({ session }) => session === police.client.room.sessionId);
    const others = frames.filter(({ session }) => session === child.client.room.sessionId);
    figure('frames to the desk that acts', own.length);
    figure('frames to the desk that may know nothing', others.length);
    expect(own.length).toBeGreaterThanOrEqual(40);
    expect(others.filter(({ code }) => code !== Protocol.ROOM_STATE_PATCH)).toEqual([]);
    expect(others.length).toBeLessThanOrEqual(clocks);
  });
});
