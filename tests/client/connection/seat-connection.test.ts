import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SeatConnection } from '../../../client/connection/seat-connection.ts';
import { ClientStore } from '../../../client/state/client-store.ts';
import type { KnownEvent } from '../../../shared/exercise/events.ts';
import { emptyWorld } from '../../../shared/exercise/world.ts';
import { FakeWire, HandTime } from './fake-wire.ts';

const travel = { type: 'travel', place: 'bus-park' } as const;
const search = { type: 'search' } as const;
const message = (id: string): KnownEvent => ({
  at: 1,
  type: 'message-sent',
  by: 'police',
  message: id,
  to: ['labour'],
  text: id,
});

let wire: FakeWire;
let time: HandTime;
let store: ClientStore;
let connection: SeatConnection;

beforeEach(() => {
  wire = new FakeWire();
  time = new HandTime();
  store = new ClientStore();
  connection = new SeatConnection(wire, store, { room: 'r', pass: () => Promise.resolve({ token: 't' }) }, time);
});

async function goLive(): Promise<void> {
  await vi.waitFor(() => expect(store.get().connection.phase).toBe('live'));
}

describe('commands', () => {
  it('are sent one at a time, in order', async () => {
    connection.start();
    await goLive();
    const first = connection.send(travel);
    void connection.send(search);
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(1));
    wire.of('command')[0]?.answer({ ok: true });
    await expect(first).resolves.toEqual({ ok: true });
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(2));
    expect(wire.of('command').map(({ payload }) => (payload as { body: { type: string } }).body.type)).toEqual([
      'travel',
      'search',
    ]);
  });

  it('are sent again with the same id after a disconnect, until they are answered', async () => {
    connection.start();
    await goLive();
    const answer = connection.send(travel);
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(1));
    wire.break();
    await vi.waitFor(() => expect(time.waiting).toBeGreaterThan(0));
    expect(store.get().pending).toHaveLength(1);
    time.pass();
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(2));
    const ids = wire.of('command').map(({ payload }) => (payload as { id: string }).id);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[1]).toBe(ids[0]);
    wire.of('command')[1]?.answer({ ok: true });
    await expect(answer).resolves.toEqual({ ok: true });
    expect(store.get().pending).toEqual([]);
  });

  it('that are rejected are answered, shown and not stored', async () => {
    connection.start();
    await goLive();
    const answer = connection.send(travel);
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(1));
    wire.of('command')[0]?.answer({ ok: false, rejection: { code: 'paused' } });
    await expect(answer).resolves.toMatchObject({ ok: false });
    expect(store.get()).toMatchObject({ pending: [], refused: { rejection: { code: 'paused' } } });
  });

  it('that the server cannot parse are dropped instead of blocking later ones', async () => {
    connection.start();
    await goLive();
    const answer = connection.send(travel);
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(1));
    wire.of('command')[0]?.refuse();
    await expect(answer).resolves.toEqual({ ok: false, rejection: { code: 'bad-value' } });
    void connection.send(search);
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(2));
  });

  it('that the server cannot store now wait until it can', async () => {
    connection.start();
    await goLive();
    const answer = connection.send(travel);
    for (let tries = 1; tries <= 12; tries += 1) {
      await vi.waitFor(() => expect(wire.of('command')).toHaveLength(tries));
      wire.events.heard();
      wire.of('command').at(-1)?.notNow();
      await new Promise((resolve) => setImmediate(resolve));
      time.pass(4900);
      wire.events.heard();
      time.pass(200);
    }
    expect(store.get()).toMatchObject({ connection: { phase: 'live' }, refused: undefined });
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(13));
    wire.of('command').at(-1)?.answer({ ok: true });
    await expect(answer).resolves.toEqual({ ok: true });
  });

  it('stored before a reload are sent automatically', async () => {
    store.dispatch({ type: 'restore', kept: { pending: [{ id: 'a'.repeat(32), body: search, since: 0 }] } });
    connection.start();
    await goLive();
    await vi.waitFor(() => expect(wire.of('command')[0]?.payload).toEqual({ id: 'a'.repeat(32), body: search }));
  });
});

describe('streams', () => {
  it('request missing events after a gap, and skip known ones', async () => {
    connection.start();
    await goLive();
    wire.events.message('snapshot', {
      epoch: 'e',
      role: 'police',
      streams: [{ stream: 'role', upTo: 2, world: emptyWorld() }],
    });
    wire.events.message('events', { stream: 'role', from: 5, events: [message('late')] });
    await vi.waitFor(() => expect(wire.of('resume')).toHaveLength(2));
    expect(wire.of('resume')[1]?.payload).toEqual({ have: { role: 2 }, epoch: 'e' });
    expect(store.get().world.messages).toEqual({});
    wire.events.message('events', {
      stream: 'role',
      from: 2,
      events: [message('known'), message('third'), message('fourth'), message('late')],
    });
    expect(Object.keys(store.get().world.messages)).toEqual(['third', 'fourth', 'late']);
    expect(store.get().streams.role?.upTo).toBe(5);
  });

  it('continue at the same event after a reconnection', async () => {
    connection.start();
    await goLive();
    wire.events.message('snapshot', { epoch: 'e', streams: [{ stream: 'role', upTo: 7, world: emptyWorld() }] });
    wire.break();
    await vi.waitFor(() => expect(time.waiting).toBe(1));
    time.pass();
    await vi.waitFor(() => expect(wire.of('resume').at(-1)?.payload).toEqual({ have: { role: 7 }, epoch: 'e' }));
  });
});

describe('the connection', () => {
  it('keeps trying while the server is unreachable', async () => {
    wire.failing = 'lost';
    connection.start();
    for (let attempt = 1; attempt <= 30; attempt += 1) {
      await vi.waitFor(() => expect(wire.opened).toBe(attempt));
      await vi.waitFor(() => expect(time.waiting).toBe(1));
      expect(store.get().connection.phase).toBe('reconnecting');
      time.pass();
    }
    wire.failing = 'no';
    await vi.waitFor(() => expect(time.waiting === 1 || wire.of('resume').length === 1).toBe(true));
    time.pass();
    await goLive();
  });

  it('stops when the seat belongs to another person', async () => {
    wire.failing = 'permanent';
    connection.start();
    await vi.waitFor(() => expect(store.get().connection.phase).toBe('failed'));
    expect(time.waiting).toBe(0);
  });

  it('stops when a newer tab has the seat, and can take it back', async () => {
    connection.start();
    await goLive();
    wire.events.message('elsewhere', { reason: 'newer-tab' });
    expect(store.get().connection.phase).toBe('elsewhere');
    expect(time.waiting).toBe(0);
    connection.start();
    await vi.waitFor(() => expect(wire.opened).toBe(2));
  });

  it('sends the step-out again after a reconnection', async () => {
    store.dispatch({ type: 'step-out', out: true });
    connection.start();
    await goLive();
    await vi.waitFor(() => expect(wire.of('step-out')[0]?.payload).toEqual({ out: true }));
  });
});
