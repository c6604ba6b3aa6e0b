/** Hostile clients, before and after joining a room. */
import { ColyseusSDK } from '@colyseus/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { eventually } from '../support/eventually.ts';
import { request } from '../support/http.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import type { TestTrainer } from '../support/test-trainer.ts';

let server: TestServer;
let trainer: TestTrainer;
let bystander: TestTrainee;
const joins = (name: string) => TestTrainee.joins(server.url, trainer.exercise.pin, name, 'police');

beforeAll(async () => {
  server = await startTestServer();
  trainer = await server.trainer();
  await trainer.opensClass();
  await trainer.entersRoom();
  bystander = await TestTrainee.joins(server.url, trainer.exercise.pin, 'Bystander', 'child-protection');
});
afterAll(() => server.stop());

const isUnharmed = async () => {
  expect(bystander.client.closedWith).toBeUndefined();
  expect(await bystander.does({ type: 'raise-hand' })).toHaveProperty('ok');
};

describe('the entrance of a room', () => {
  it('rejects clients without a token, with a wrong one, or that create a room', async () => {
    const sdk = new ColyseusSDK(server.url);
    await expect(sdk.joinById(trainer.exercise.room)).rejects.toMatchObject({ code: 401 });
    sdk.auth.token = 'seat_not-a-token';
    await expect(sdk.joinById(trainer.exercise.room)).rejects.toMatchObject({ code: 401 });
    await expect(sdk.create('exercise', {})).rejects.toMatchObject({ code: 520 });
    await expect(sdk.joinOrCreate('exercise', {})).rejects.toMatchObject({ code: 520 });
  });

  it('accepts a token for its own class only', async () => {
    const other = await server.trainer();
    const { room } = await other.opensClass();
    const sdk = new ColyseusSDK(server.url);
    sdk.auth.token = bystander.token;
    await expect(sdk.joinById(room, { protocol: PROTOCOL_VERSION })).rejects.toMatchObject({ code: 403 });
  });

  it('accepts a trainer’s ticket once', async () => {
    const { exercise, room } = trainer.exercise;
    const { body } = await trainer.asks<{ ticket: string }>(`/api/exercises/${exercise}/ticket`, {
      method: 'POST',
      body: {},
    });
    const first = await new ColyseusSDK(server.url).joinById(room, { ticket: body.ticket, protocol: PROTOCOL_VERSION });
    await expect(new ColyseusSDK(server.url).joinById(room, { ticket: body.ticket })).rejects.toMatchObject({
      code: 401,
    });
    await first.leave();
  });

  it('gives a page of another site neither a socket nor an answer', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/x/${trainer.exercise.room}?sessionId=x`, {
      origin: 'http://evil.example',
    });
    const refusal = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
    });
    expect(refusal).toBe(403);
    const { headers } = await request(`${server.url}/matchmake/joinById/${trainer.exercise.room}`, {
      method: 'POST',
      body: {},
      headers: { origin: 'http://evil.example' },
    });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('rejects a long body before reading it', async () => {
    const { status } = await request(`${server.url}/matchmake/joinById/${trainer.exercise.room}`, {
      method: 'POST',
      body: { x: 'y'.repeat(100_000) },
    });
    expect(status).toBe(413);
  });
});

describe('an open room', () => {
  it('rejects a message that is no command with the place in it, and keeps the sender connected', async () => {
    const mallory = await joins('Mallory');
    const ask = (payload: unknown) => mallory.client.room.request('command', payload as never);
    await expect(ask({ id: 'short', body: { type: 'search' } })).rejects.toMatchObject({
      reason: { error: 'bad-request', detail: 'id' },
    });
    await expect(ask({ id: 'a'.repeat(32), body: { type: 'drop-tables' } })).rejects.toMatchObject({
      reason: { error: 'bad-request' },
    });
    await expect(ask({ id: 'a'.repeat(32), body: { type: 'search', as: 'trainer' } })).rejects.toMatchObject({
      reason: { error: 'bad-request' },
    });
    await expect(ask(null)).rejects.toMatchObject({ reason: { error: 'bad-request' } });
    expect(await mallory.does({ type: 'skip-to', to: 0 })).toEqual({ ok: false, rejection: { code: 'trainer-only' } });
    expect(mallory.client.closedWith).toBeUndefined();
    await isUnharmed();
  });

  it('disconnects only the sender of an unknown message', async () => {
    const mallory = await joins('Mallory');
    mallory.client.room.send('__proto__', { polluted: true });
    await eventually(
      () => mallory.client.closedWith,
      (code) => code !== undefined,
      'the end',
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    await isUnharmed();
  });

  it('disconnects senders of broken frames, long frames and floods', async () => {
    for (const attack of [
      (room: TestTrainee) => room.client.room.connection.send(new Uint8Array([13, 0xc7, 0xff, 0xff, 0xff, 0xff])),
      (room: TestTrainee) => room.client.room.connection.send(new Uint8Array(70_000)),
      (room: TestTrainee) => {
        for (let count = 0; count < 200; count += 1) room.client.room.send('ready', { briefRead: true, ready: true });
      },
    ]) {
      const mallory = await TestTrainee.joins(server.url, trainer.exercise.pin, 'Mallory');
      attack(mallory);
      await eventually(
        () => mallory.client.closedWith,
        (code) => code !== undefined,
        'the end',
        4000,
      );
    }
    await isUnharmed();
  });
});

describe('the trainer’s routes', () => {
  it('all require the cookie', async () => {
    const { exercise } = trainer.exercise;
    const routes: [string, string][] = [
      ['GET', '/api/scenarios'],
      ['GET', '/api/exercises'],
      ['POST', '/api/exercises'],
      ['GET', `/api/exercises/${exercise}`],
      ['DELETE', `/api/exercises/${exercise}`],
      ['POST', `/api/exercises/${exercise}/ticket`],
      ['POST', `/api/exercises/${exercise}/seats/s1/code`],
      ['GET', `/api/exercises/${exercise}/view/police`],
      ['GET', `/api/exercises/${exercise}/debrief`],
      ['GET', `/api/exercises/${exercise}/debrief.csv`],
      ['GET', `/api/exercises/${exercise}/debrief.json`],
      ['GET', `/api/wall/${exercise}`],
      ['GET', `/api/exercises/${exercise}/console`],
    ];
    for (const [method, path] of routes) {
      const plain = await request(`${server.url}${path}`, { method, ...(method === 'POST' && { body: {} }) });
      const asTrainee = await bystander.asks(path, { method, ...(method === 'POST' && { body: {} }) });
      expect([path, plain.status, asTrainee.status]).toEqual([path, 401, 401]);
    }
  });

  it('reject pages of other sites even with the cookie', async () => {
    const { status } = await request(`${server.url}/api/exercises`, {
      headers: { cookie: trainer.cookie, origin: 'http://evil.example' },
    });
    expect(status).toBe(403);
  });
});
