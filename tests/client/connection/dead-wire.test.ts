/** Connections that die silently, and dropped connections that revive. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SeatConnection } from '../../../client/connection/seat-connection.ts';
import { ClientStore } from '../../../client/state/client-store.ts';
import { emptyWorld } from '../../../shared/exercise/world.ts';
import { FakeWire, HandTime } from './fake-wire.ts';

let wire: FakeWire;
let time: HandTime;
let store: ClientStore;
let connection: SeatConnection;
beforeEach(async () => {
  wire = new FakeWire();
  time = new HandTime();
  store = new ClientStore();
  connection = new SeatConnection(wire, store, { room: 'r', pass: () => Promise.resolve({ token: 't' }) }, time);
  connection.start();
  await goesLive();
});
const goesLive = () => vi.waitFor(() => expect(store.get().connection.phase).toBe('live'));
const opened = (count: number) => vi.waitFor(() => expect(wire.opened).toBe(count));

describe('a silent connection', () => {
  it('gets a ping, and is dropped within thirteen seconds', async () => {
    time.pass(5000);
    expect(wire.pings).toBe(1);
    time.pass(7999);
    expect(store.get().connection.phase).toBe('live');
    time.pass(1);
    expect(store.get().connection.phase).toBe('reconnecting');
    expect(wire.closed).toBe(1);
    time.pass(5000);
    await opened(2);
    await goesLive();
  });

  it('is kept if any frame arrives', async () => {
    for (let second = 0; second < 60; second += 4) {
      time.pass(4000);
      wire.events.heard();
    }
    expect(store.get().connection.phase).toBe('live');
    expect(wire.opened).toBe(1);
  });

  it('is not counted as an attempt of the pending command, which is sent again on the next connection', async () => {
    const answer = connection.send({ type: 'search' });
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(1));
    for (let broken = 2; broken <= 8; broken += 1) {
      time.pass(13_000);
      time.pass(10_000);
      await opened(broken);
      await goesLive();
      await vi.waitFor(() => expect(wire.of('command')).toHaveLength(broken));
    }
    wire.of('command').at(-1)?.answer({ ok: true });
    await expect(answer).resolves.toEqual({ ok: true });
  });
});

describe('a dropped connection that revives', () => {
  it('is ignored: its events, its notice of a newer tab, and its close', async () => {
    const old = wire.events;
    time.pass(13_000);
    time.pass(5000);
    await opened(2);
    await goesLive();
    const before = store.get();
    old.message('elsewhere', { reason: 'newer-tab' });
    old.message('snapshot', { epoch: 'old', streams: [{ stream: 'role', upTo: 9, world: emptyWorld() }] });
    old.closed(4100);
    expect(store.get()).toEqual(before);
  });
});

describe('a gap in a stream that cannot be filled', () => {
  it('closes the connection, and a new one is opened', async () => {
    wire.silent = true;
    wire.events.message('events', { stream: 'role', from: 5, events: [] });
    time.pass(4000);
    wire.events.heard();
    for (let passed = 0; passed < 20; passed += 4) {
      time.pass(4000);
      if (wire.opened === 1) wire.events.heard();
    }
    wire.silent = false;
    time.pass(20_000);
    await opened(2);
    await goesLive();
  });
});

describe('a long queue of commands', () => {
  it('is sent below the rate that the server counts as a flood', async () => {
    wire.answering = true;
    for (let count = 0; count < 40; count += 1) void connection.send({ type: 'search' });
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(15));
    time.pass(1000);
    await vi.waitFor(() => expect(wire.of('command')).toHaveLength(30));
    time.pass(1000);
    await vi.waitFor(() => expect(store.get().pending).toEqual([]));
    expect(wire.of('command')).toHaveLength(40);
  });
});

describe('a tab', () => {
  it('takes the seat when it is opened, but not from a newer tab when it reconnects', async () => {
    wire.break();
    time.pass();
    await opened(2);
    expect(wire.options.map(({ take }) => take)).toEqual([true, false]);
    expect(wire.options[1]?.tab).toBe(wire.options[0]?.tab);
    await goesLive();
    wire.failing = 'newer-tab';
    wire.break();
    time.pass();
    await vi.waitFor(() => expect(store.get().connection.phase).toBe('elsewhere'));
    wire.failing = 'no';
    connection.start();
    await goesLive();
    expect(wire.options.at(-1)?.take).toBe(true);
  });

  it('learns after a reload that its person had stepped out, unless its own state is newer', async () => {
    wire.events.message('step-out', { seat: 's1', out: true });
    expect(store.get().steppedOut).toBe(true);
    store.dispatch({ type: 'step-out', out: false });
    void connection.tell('step-out', { out: false });
    wire.break();
    time.pass();
    await opened(2);
    wire.events.message('step-out', { seat: 's1', out: true });
    expect(store.get().steppedOut).toBe(false);
    await vi.waitFor(() => expect(wire.of('step-out').at(-1)?.payload).toEqual({ out: false }));
  });
});
