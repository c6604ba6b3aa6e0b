/**
 * Case 29, its boundary: of each stream the server keeps only the last part. A client that missed less gets just that,
 * one that missed more gets a snapshot, and afterwards both are the same.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seated } from '../../../shared/access/actor.ts';
import { MIN_RECENT } from '../../../server/exercises/streams.ts';
import type { RoomClient } from '../../../server/rooms/hardened-room.ts';
import type { ExerciseStore } from '../../../server/storage/exercise-store.ts';
import { openSqliteStore } from '../../../server/storage/open-sqlite.ts';
import type { KnownEvent } from '../../../shared/exercise/events.ts';
import { evolve } from '../../../shared/exercise/evolve.ts';
import { emptyWorld, type World } from '../../../shared/exercise/world.ts';
import type { ServerMessages } from '../../../shared/protocol/messages.ts';
import { randomId } from '../../../server/host/ids.ts';
import { aScenario } from '../../support/a-scenario.ts';
import { LoopServer } from './loop-server.ts';

const SEATS = { s1: 'police', s2: 'police', s3: 'police' } as const;

/** A client at the police desk that folds its messages and records their form. */
class Phone {
  readonly #server: LoopServer;
  readonly #wire: RoomClient;
  epoch: string | undefined;
  upTo = 0;
  world: World = emptyWorld();
  readonly told: KnownEvent[] = [];
  /** Received since it was last cleared: a snapshot, or the numbers of events. */
  came: string[] = [];

  constructor(server: LoopServer, seat: string) {
    this.#server = server;
    this.#wire = server.client(seat, (type, payload) => this.#hear(type, payload));
  }

  async comes(): Promise<void> {
    const have = this.epoch === undefined ? {} : { role: this.upTo, seat: 0 };
    await this.#server.answer(this.#wire, 'resume', { have, epoch: this.epoch });
  }

  /** A phone that was away since event `upTo` of everything that the other phone received. */
  static awaySince(upTo: number, other: Phone, server: LoopServer, seat: string): Phone {
    const phone = new Phone(server, seat);
    phone.epoch = other.epoch;
    phone.upTo = upTo;
    phone.world = other.told.slice(0, upTo).reduce(evolve, emptyWorld());
    return phone;
  }

  #hear(type: string, payload: unknown): void {
    if (type === 'snapshot') {
      const { epoch, streams } = payload as ServerMessages['snapshot'];
      const role = streams.find(({ stream }) => stream === 'role');
      this.epoch = epoch;
      this.upTo = role?.upTo ?? 0;
      this.world = role?.world ?? emptyWorld();
      this.came.push(`all up to ${this.upTo}`);
    }
    if (type !== 'events') return;
    const { stream, from, events } = payload as ServerMessages['events'];
    if (stream !== 'role') return;
    this.came.push(`${from} to ${from + events.length - 1}`);
    this.upTo += events.length;
    this.world = events.reduce(evolve, this.world);
    this.told.push(...events);
  }
}

let folder: string;
let store: ExerciseStore;
let server: LoopServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baraza-kept-part-'));
  store = await openSqliteStore(folder);
  server = await LoopServer.opens(store, aScenario(), SEATS);
});
afterAll(async () => {
  server.live.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const act = async (text: string): Promise<void> => {
  const body = { type: 'send-message' as const, to: ['child-protection'], text };
  expect(await server.live.submit(seated('s1'), randomId(), body)).toMatchObject({ ok: true });
};

it('a client that returns within the kept tail gets the rest of it, one just outside gets a snapshot; both know everything', async () => {
  const { streams } = server.live;
  const first = new Phone(server, 's1');
  await first.comes();
  // A phone that knows the whole stream by number.
  const stays = Phone.awaySince(0, first, server, 's1');
  await stays.comes();
  expect(stays.told.length).toBe(streams.count('role:police'));

  for (let count = 0; count < 3 * MIN_RECENT; count += 1) await act(`line ${count}`);
  const count = streams.count('role:police');
  expect(stays.upTo).toBe(count);

  const left = Array.from({ length: count + 1 }, (_, have) => streams.after('role:police', have) !== undefined);
  const inside = left.indexOf(true);
  expect(left.lastIndexOf(false)).toBe(inside - 1);
  expect(count - inside).toBeGreaterThanOrEqual(MIN_RECENT);
  expect(count - inside).toBeLessThanOrEqual(2 * MIN_RECENT);

  const near = Phone.awaySince(inside, stays, server, 's2');
  const far = Phone.awaySince(inside - 1, stays, server, 's3');
  stays.came = [];
  await near.comes();
  await far.comes();
  expect(near.came).toEqual([`${inside + 1} to ${count}`]);
  expect(near.told).toEqual(stays.told.slice(inside));
  expect(far.came).toEqual([`all up to ${count}`]);
  expect(stays.came).toEqual([]);

  await act('after they are back');
  for (const phone of [stays, near, far]) {
    expect(phone.came.at(-1)).toBe(`${count + 1} to ${count + 1}`);
    expect(phone.upTo).toBe(count + 1);
    expect(phone.world).toEqual(streams.world('role:police'));
  }
});

it('events outside the kept tail are in the log', async () => {
  const kept = await store.read(server.exercise, 0);
  expect(kept.map(({ seq }) => seq)).toEqual(Array.from({ length: server.live.seq }, (_, index) => index + 1));
  expect(kept.filter(({ type }) => type === 'message-sent')).toHaveLength(3 * MIN_RECENT + 1);
});

it('the text of a message is stored once for all its readers', () => {
  const [police, partner] = [
    server.live.streams.world('role:police'),
    server.live.streams.world('role:child-protection'),
  ];
  const ids = Object.keys(partner.messages);
  expect(ids).toHaveLength(3 * MIN_RECENT + 1);
  for (const id of ids) expect(police.messages[id]).toBe(partner.messages[id]);
});
