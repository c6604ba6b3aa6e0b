/**
 * Case 40 on the real server: tickets and tokens that were used before, belong elsewhere, were revoked, or ended with
 * their session or key; and the effect of a new key on a class.
 */
import { join } from 'node:path';
import { ColyseusSDK } from '@colyseus/sdk';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lead } from '../../../shared/access/actor.ts';
import { hashToken } from '../../../server/host/ids.ts';
import { TrainerAccess } from '../../../server/access/trainer-access.ts';
import type { TicketAnswer } from '../../../shared/protocol/api.ts';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestClient } from '../../support/test-client.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { type Door, openDoor } from './callers.ts';

/** The close code for a client whose session has ended. */
const SIGNED_OUT = 4102;

let server: ServerProcess;
let door: Door;
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start();
  door = await openDoor(server);
});
afterAll(() => server.dispose());

const enters = (room: string, pass: { token: string } | { ticket: string }): Promise<void> =>
  new TestClient(server.url, room).enter(pass);

async function ticketOf(trainer: TestTrainer, exercise: string): Promise<string> {
  const path = `/api/exercises/${exercise}/ticket`;
  return (await trainer.asks<TicketAnswer>(path, { method: 'POST', body: {} })).body.ticket;
}

describe('a trainer’s ticket', () => {
  it('opens its room once', async () => {
    const { room } = door.exercise;
    const ticket = await ticketOf(door.trainer, room);
    await enters(room, { ticket });
    await expect(enters(room, { ticket })).rejects.toThrow('bad-token');
  });

  it('opens no other class, and is used up by the attempt', async () => {
    const ticket = await ticketOf(door.trainer, door.spare.room);
    await expect(enters(door.exercise.room, { ticket })).rejects.toThrow('bad-token');
    await expect(enters(door.spare.room, { ticket })).rejects.toThrow('bad-token');
  });

  it('expires after half a minute', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const access = new TrainerAccess({} as ConstructorParameters<typeof TrainerAccess>[0]);
      const [early, late] = [
        access.ticketFor('a-class', lead, 'somebody'),
        access.ticketFor('a-class', lead, 'somebody'),
      ];
      vi.setSystemTime(Date.now() + 29_999);
      expect(access.takeTicket(early)?.exercise).toBe('a-class');
      vi.setSystemTime(Date.now() + 2);
      expect(access.takeTicket(late)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends with its session, and so does the open room', async () => {
    const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
    await trainer.entersRoom(door.exercise);
    const unused = await ticketOf(trainer, door.exercise.room);
    await trainer.asks('/api/trainer/sign-out', { method: 'POST' });
    await expect(enters(door.exercise.room, { ticket: unused })).rejects.toThrow('bad-token');
    const { client } = trainer;
    await eventually(
      () => client.closedWith,
      (code) => code !== undefined,
      'the end of the trainer’s connection',
    );
    // Other signed-in trainers stay.
    expect((await door.trainer.does({ type: 'set-pace', pace: 7 })).ok).toBe(true);
  });
});

describe('a trainer’s session that runs out in the middle of a class', () => {
  it('closes its room within seconds; the class plays on, others stay, and signing in again leads back', async () => {
    const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
    const card = await trainer.opensClass();
    await trainer.entersRoom();
    const person = await TestTrainee.joins(server.url, card.pin, 'Amina', 'police');
    expect(await trainer.does({ type: 'start-exercise' })).toMatchObject({ ok: true });
    const unused = await ticketOf(trainer, card.room);
    const token = trainer.cookie.slice(trainer.cookie.indexOf('=') + 1);
    const database = new Database(join(server.dataFolder, 'baraza.db'), { timeout: 2000 });
    const expire = database.prepare('UPDATE trainer_sessions SET expires_at = ? WHERE token_hash = ?');
    expect(expire.run([Date.now() - 1, hashToken(token)]).changes).toBe(1);
    database.close();
    const { client } = trainer;
    await eventually(
      () => client.closedWith,
      (code) => code === SIGNED_OUT,
      'the end of the trainer’s connection',
      20_000,
    );
    await expect(enters(card.room, { ticket: unused })).rejects.toThrow('bad-token');
    expect((await trainer.asks('/api/exercises')).status).toBe(401);
    expect(await person.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
    expect(person.client.public.status).toBe('running');
    expect([person.client.closedWith, door.trainer.client.closedWith]).toEqual([undefined, undefined]);
    const again = await TestTrainer.signsIn(server.url, server.trainerKey);
    await again.entersRoom(card);
    expect(await again.does({ type: 'pause' })).toMatchObject({ ok: true });
  });
});

describe('a seat’s token', () => {
  it('opens no other class', async () => {
    await expect(enters(door.spare.room, { token: door.trainee.token })).rejects.toThrow('bad-token');
  });

  it('opens nothing once the seat is freed, nor does the connection’s own token', async () => {
    const guest = await TestTrainee.joins(server.url, door.exercise.pin, 'Guest', 'child-protection');
    const { reconnectionToken } = guest.client.room;
    await door.trainer.does({ type: 'free-seat', seat: guest.seat });
    await eventually(
      () => guest.client.closedWith,
      (code) => code !== undefined,
      'the end of the connection',
    );
    await eventuallyRefused(() => guest.asks('/api/seat').then(({ status }) => status));
    await expect(enters(door.exercise.room, { token: guest.token })).rejects.toThrow('bad-token');
    await expect(new ColyseusSDK(server.url).reconnect(reconnectionToken)).rejects.toThrow();
  });

  it('ends when its seat is recovered, and a code works once', async () => {
    const path = `/api/exercises/${door.exercise.exercise}/seats/${door.trainee.seat}/code`;
    const { body } = await door.trainer.asks<{ code: string }>(path, { method: 'POST', body: {} });
    const recover = () =>
      request<{ token: string }>(`${server.url}/api/recover`, {
        method: 'POST',
        body: { pin: door.exercise.pin, code: body.code },
      });
    const found = await recover();
    expect(found.status).toBe(200);
    expect((await recover()).status).toBe(401);
    expect((await door.trainee.asks('/api/seat')).status).toBe(401);
    await expect(enters(door.exercise.room, { token: door.trainee.token })).rejects.toThrow('bad-token');
    await enters(door.exercise.room, { token: found.body.token });
  });

  it('opens nothing when its class is gone', async () => {
    const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
    const { exercise, pin } = await trainer.opensClass();
    const guest = await TestTrainee.joins(server.url, pin, 'Guest', 'police');
    expect((await trainer.asks(`/api/exercises/${exercise}`, { method: 'DELETE' })).status).toBe(204);
    expect((await guest.asks('/api/seat')).status).toBe(401);
    await expect(enters(exercise, { token: guest.token })).rejects.toThrow();
  });
});

describe('a new key', () => {
  it('ends every session and the old key, and no class', async () => {
    const before = server.trainerKey;
    const guest = await TestTrainee.joins(server.url, door.exercise.pin, 'Guest', 'police');
    await server.end('SIGTERM');
    const child = server.spawn({}, ['--new-key']);
    try {
      const key = await eventually(
        () => (server.output.includes('is ready') ? server.trainerKey : ''),
        (found) => found !== '',
        'the new key',
        30_000,
      );
      expect(key).not.toBe(before);
      expect((await door.trainer.asks('/api/exercises')).status).toBe(401);
      await expect(TestTrainer.signsIn(server.url, before)).rejects.toThrow('401');
      expect((await (await TestTrainer.signsIn(server.url, key)).asks('/api/exercises')).status).toBe(200);
      expect((await guest.asks('/api/seat')).status).toBe(200);
    } finally {
      child.kill('SIGKILL');
    }
  });
});

/** The token is revoked just after the seat. */
async function eventuallyRefused(look: () => Promise<number>): Promise<void> {
  const end = Date.now() + 5000;
  while ((await look()) !== 401) if (Date.now() > end) throw new Error('the token still opens something');
}
