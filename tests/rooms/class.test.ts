/** A class on a real server, with real clients. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CloseCodes } from '../../shared/protocol/messages.ts';
import { eventually } from '../support/eventually.ts';
import { tapWire } from '../support/tap-wire.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import type { TestTrainer } from '../support/test-trainer.ts';

let server: TestServer;
let trainer: TestTrainer;
let police: TestTrainee;
let child: TestTrainee;

beforeEach(async () => {
  server = await startTestServer();
  trainer = await server.trainer();
  const { pin } = await trainer.opensClass();
  await trainer.entersRoom();
  police = await TestTrainee.joins(server.url, pin, 'Amina', 'police');
  child = await TestTrainee.joins(server.url, pin, 'Joseph', 'child-protection');
});
afterEach(() => server.stop());

const starts = async () => {
  expect(await trainer.does({ type: 'start-exercise' })).toMatchObject({ ok: true });
  await police.sees('the start', (world) => world.status === 'running');
  await child.sees('the start', (world) => world.status === 'running');
};

describe('a class', () => {
  it('is joined by code, and every client sees who is present', async () => {
    const { roster } = await police.seesPublic(
      'both people connected',
      (state) => state.roster.length === 2 && state.roster.every((seat) => seat.connected),
    );
    expect(roster.map(({ name, role }) => ({ name, role }))).toEqual([
      { name: 'Amina', role: 'police' },
      { name: 'Joseph', role: 'child-protection' },
    ]);
  });

  it('starts and gives each desk its own knowledge, without gaps', async () => {
    await starts();
    await police.sees('the tip', (world) => 'tip' in world.items);
    await child.sees('the address', (world) => 'home-address' in world.items);
    expect(Object.keys(police.client.world.items)).not.toContain('home-address');
    expect(Object.keys(child.client.world.items)).not.toContain('tip');
    expect([...police.client.disorder, ...child.client.disorder, ...trainer.client.disorder]).toEqual([]);
  });

  it('rejects a command with a reason as a value', async () => {
    expect(await police.does({ type: 'travel', place: 'bus-park' })).toEqual({
      ok: false,
      rejection: { code: 'not-started' },
    });
    await starts();
    expect(await police.does({ type: 'end-exercise' })).toEqual({ ok: false, rejection: { code: 'trainer-only' } });
  });

  it('executes a repeated command once and returns the same answer', async () => {
    await starts();
    const id = randomBytes(16).toString('hex');
    const [first, second] = await Promise.all([
      police.does({ type: 'travel', place: 'bus-park' }, id),
      police.does({ type: 'travel', place: 'bus-park' }, id),
    ]);
    const third = await police.does({ type: 'travel', place: 'bus-park' }, id);
    expect(first).toMatchObject({ ok: true });
    expect([second, third]).toEqual([first, first]);
    const log = await server.store.read(trainer.exercise.exercise, 0);
    expect(log.filter((event) => event.type === 'travel-started')).toHaveLength(1);
  });

  it('reconnects a dropped client with only the missed events', async () => {
    await starts();
    await police.losesConnection();
    await child.seesPublic('the police gone', (state) =>
      state.roster.some((seat) => seat.name === 'Amina' && !seat.connected),
    );
    const before = police.client.streams.role?.upTo ?? 0;
    expect(await trainer.does({ type: 'whisper', to: ['police'], text: 'All well?' })).toMatchObject({ ok: true });
    const snapshots = police.client.received.filter((message) => message.type === 'snapshot').length;
    await police.comesBack();
    await police.sees('the message', (world) => Object.keys(world.messages).length === 1);
    expect(police.client.streams.role?.upTo).toBe(before + 1);
    expect(police.client.received.filter((message) => message.type === 'snapshot')).toHaveLength(snapshots);
    await child.seesPublic('the police back', (state) => state.roster.every((seat) => seat.connected));
  });

  it('sends a snapshot to a client from another epoch', async () => {
    await starts();
    await police.losesConnection();
    police.client.epoch = 'of-long-ago';
    const known = police.client.world;
    await police.comesBack();
    await eventually(
      () => police.client.epoch,
      (epoch) => epoch !== 'of-long-ago',
      'a new epoch',
    );
    expect(police.client.world).toEqual(known);
  });

  it('lets the newest tab win and notifies the older one', async () => {
    const tab = await police.opensAnotherTab();
    await eventually(
      () => police.client.closedWith,
      (code) => code === CloseCodes['newer-tab'],
      'the end of the old tab',
    );
    expect(police.client.received.at(-1)).toEqual({ type: 'elsewhere', payload: { reason: 'newer-tab' } });
    await child.seesPublic('the police still there', (state) => state.roster.every((seat) => seat.connected));
    expect(await trainer.does({ type: 'start-exercise' })).toMatchObject({ ok: true });
    expect(await tab.does({ type: 'travel', place: 'bus-park' })).toMatchObject({ ok: true });
  });

  it('reveals a step-out to the trainer only', async () => {
    await police.client.room.request('step-out', { out: true });
    await child.seesPublic('the police as if unconnected', (state) =>
      state.roster.some((seat) => seat.name === 'Amina' && !seat.connected),
    );
    const told = await eventually(
      () => trainer.client.received.find((message) => message.type === 'step-out'),
      Boolean,
      'a word to the trainer',
    );
    expect(told?.payload).toEqual({ seat: police.seat, out: true });
    expect(child.client.received.some((message) => message.type === 'step-out')).toBe(false);
    const log = JSON.stringify(await server.store.read(trainer.exercise.exercise, 0));
    expect(log).not.toContain('step');
  });

  it('moves a person to another desk with a new epoch and only that desk’s knowledge', async () => {
    await starts();
    await police.sees('the tip', (world) => 'tip' in world.items);
    expect(await trainer.does({ type: 'seat', seat: police.seat, role: 'child-protection' })).toMatchObject({
      ok: true,
    });
    const world = await police.sees('the other desk', (now) => 'home-address' in now.items);
    expect(Object.keys(world.items)).not.toContain('tip');
    expect(police.client.disorder).toEqual([]);
  });

  it('frees a seat: its person needs a code from the trainer to return', async () => {
    expect(await trainer.does({ type: 'free-seat', seat: police.seat })).toMatchObject({ ok: true });
    await eventually(
      () => police.client.closedWith,
      (code) => code === CloseCodes.freed,
      'the end of the connection',
    );
    await expect(police.comesBack()).rejects.toMatchObject({ code: 401 });
    expect(await trainer.does({ type: 'seat', seat: police.seat, role: 'police' })).toMatchObject({ ok: true });
    const { exercise, pin } = trainer.exercise;
    const { body } = await trainer.asks<{ code: string }>(`/api/exercises/${exercise}/seats/${police.seat}/code`, {
      method: 'POST',
      body: {},
    });
    const recovered = await police.asks<{ seat: string; role: string }>('/api/recover', {
      method: 'POST',
      body: { pin, code: body.code },
    });
    expect(recovered.body).toMatchObject({ seat: police.seat, role: 'police' });
    const again = await police.asks('/api/recover', { method: 'POST', body: { pin, code: body.code } });
    expect(again.status).toBe(401);
  });

  it('delivers a whisper to one seat, and to no other seat of the desk', async () => {
    const second = await TestTrainee.joins(server.url, trainer.exercise.pin, 'Halima', 'police');
    await trainer.does({ type: 'whisper', to: [second.seat], text: 'Only for you' });
    const own = await eventually(
      () => second.client.streams.seat,
      (stream) => (stream?.upTo ?? 0) > 0,
      'the whisper',
    );
    const [message] = Object.values(own?.world.messages ?? {});
    expect(await second.reads(`text:${message?.text}`)).toEqual([
      { id: `text:${message?.text}`, text: 'Only for you' },
    ]);
    expect(await police.reads(`text:${message?.text}`)).toEqual([]);
    expect(police.client.streams.seat?.upTo).toBe(0);
    expect(Object.keys(police.client.world.messages)).toEqual([]);
  });
});

describe('every byte on the wire', () => {
  it('contains nothing of another desk', async () => {
    const bytes = new Map<string, Buffer[]>();
    const untap = tapWire((session, frame) => {
      bytes.set(session, [...(bytes.get(session) ?? []), Buffer.from(frame)]);
    });
    try {
      await police.losesConnection();
      await child.losesConnection();
      await police.comesBack();
      await child.comesBack();
      await starts();
      await police.does({ type: 'travel', place: 'bus-park' });
      await police.sees('the way', (world) => Object.values(world.seats).some((seat) => seat.busy));
      await child.does({ type: 'send-message', to: ['child-protection'], text: 'For our desk' });
      await child.sees('the message', (world) => Object.keys(world.messages).length === 1);
      const of = (trainee: TestTrainee) =>
        Buffer.concat(bytes.get(trainee.client.room.sessionId) ?? []).toString('latin1');
      expect(of(police)).toContain('tip');
      expect(of(child)).toContain('home-address');
      for (const secret of ['home-address', 'For our desk', 'message-sent']) expect(of(police)).not.toContain(secret);
      for (const secret of ['bus-manifest', 'coach-flat', 'suspects', 'timer-set']) {
        expect(of(police)).not.toContain(secret);
        expect(of(child)).not.toContain(secret);
      }
      expect(of(child)).not.toMatch(/\btip\b/);
    } finally {
      untap();
    }
  });
});
