/**
 * Case 31: commands that are repeated, arrive twice, late, out of order, or during a restart of the server. Each person
 * has a connection that misbehaves by a seeded schedule; afterwards every connection recovers.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seated } from '../../../shared/access/actor.ts';
import { SeatConnection } from '../../../client/connection/seat-connection.ts';
import { ClientStore } from '../../../client/state/client-store.ts';
import type { ExerciseStore } from '../../../server/storage/exercise-store.ts';
import { openSqliteStore } from '../../../server/storage/open-sqlite.ts';
import { HandTime } from '../../client/connection/fake-wire.ts';
import { aScenario } from '../../support/a-scenario.ts';
import { type Entry, Ledger } from '../support/ledger.ts';
import { readKept } from '../support/kept-log.ts';
import { figure, push, SEED } from '../support/scale.ts';
import { LoopLine } from './loop-line.ts';
import { LoopServer } from './loop-server.ts';

const SEATS = { s1: 'police', s2: 'police', s3: 'child-protection' } as const;
const FAULTS = [
  'lose-questions',
  'lose-answers',
  'double',
  'hold',
  'release',
  'release-one',
  'break',
  'pass',
  'heal',
] as const;
/** One step of a schedule, and whom it affects. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ who: fc.nat(2), what: fc.constantFrom('act', 'tell') }) },
  { weight: 6, arbitrary: fc.record({ who: fc.nat(2), what: fc.constantFrom(...FAULTS) }) },
  { weight: 1, arbitrary: fc.record({ who: fc.constant(0), what: fc.constantFrom('restart', 'settle') }) },
);
type Step = { who: number; what: string };

let folder: string;
let store: ExerciseStore;
const compiled = aScenario();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baraza-schedules-'));
  store = await openSqliteStore(folder);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** One person: the real client on a misbehaving connection. */
class Person {
  readonly store = new ClientStore();
  readonly line: LoopLine;
  readonly connection: SeatConnection;
  readonly #ledger: Ledger;

  constructor(server: LoopServer, seat: string, time: HandTime, ledger: Ledger) {
    this.line = new LoopLine(server, seat);
    this.#ledger = ledger;
    this.store.dispatch({ type: 'me', me: { seat, name: '', language: 'en', actor: seated(seat) } });
    const pass = () => Promise.resolve({ token: 't' });
    this.connection = new SeatConnection(this.line, this.store, { room: 'r', pass }, time);
    const via = { command: (body: Entry['body']) => this.connection.send(body) };
    this.store.subscribe((_state, action) => {
      if (action.type === 'asked') {
        const { id, body } = action.command;
        ledger.entries.push({
          from: { by: seat, exercise: server.exercise, via },
          id,
          body,
          answers: [],
          failures: [],
        });
      }
      if (action.type === 'answered') ledger.entries.find(({ id }) => id === action.id)?.answers.push(action.answer);
    });
    this.connection.start();
  }

  does(what: string): void {
    const text = this.#ledger.mark();
    if (what === 'act') void this.connection.send({ type: 'raise-hand', text });
    if (what === 'tell') void this.connection.send({ type: 'send-message', to: ['police', 'child-protection'], text });
    if (what === 'lose-questions') this.line.loses = 'questions';
    if (what === 'lose-answers') this.line.loses = 'answers';
    if (what === 'double') this.line.doubles = true;
    if (what === 'hold') this.line.hold();
    if (what === 'release') this.line.release();
    if (what === 'release-one') this.line.release(1);
    if (what === 'break') this.line.break();
    if (what === 'heal') this.line.heal();
  }
}

/** Waits until nothing changes without passing time. */
async function settles(server: LoopServer): Promise<void> {
  for (let still = 0; still < 3; still = server.busy === 0 ? still + 1 : 0)
    await new Promise((resolve) => setImmediate(resolve));
}

async function play(schedule: readonly Step[]): Promise<Ledger> {
  const ledger = new Ledger();
  const time = new HandTime();
  const server = await LoopServer.opens(store, compiled, SEATS);
  const people = Object.keys(SEATS).map((seat) => new Person(server, seat, time, ledger));
  await settles(server);
  for (const { who, what } of schedule) {
    people[who]?.does(what);
    if (what === 'settle') await settles(server);
    if (what === 'pass') await passes(server, time, 14_000);
    if (what === 'restart') {
      await settles(server);
      for (const person of people) person.line.break();
      await server.restart();
    }
  }
  for (const person of people) person.line.heal();
  for (let count = 0; count < 40 && people.some(({ store: own }) => own.get().pending.length > 0); count += 1)
    await passes(server, time, 14_000);
  await passes(server, time, 14_000);
  expect(people.map(({ store: own }) => own.get().pending)).toEqual([[], [], []]);
  for (const [index, [seat, role]] of Object.entries(SEATS).entries()) {
    const streams = people[index]?.store.get().streams;
    expect(streams?.role?.world).toEqual(server.live.streams.world(`role:${role}`));
    expect(streams?.seat?.upTo ?? 0).toBe(server.live.streams.count(`seat:${seat}`));
  }
  for (const person of people) person.connection.stop();
  server.live.close();
  return ledger;
}

async function passes(server: LoopServer, time: HandTime, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1000) {
    time.pass(1000);
    await settles(server);
  }
}

describe('commands on connections that lose, duplicate, hold and break (case 31)', () => {
  it('take effect once, have one answer, and leave every client with the same world', async () => {
    const played: Ledger[] = [];
    const property = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (schedule) => {
      played.push(await play(schedule));
    });
    await fc.assert(property, { numRuns: push(30).all(100).long(5000), seed: SEED });
    const whole = new Ledger();
    for (const { entries } of played) whole.entries.push(...entries);
    figure('schedules played, BARAZA_SEED', SEED);
    figure('schedules played', played.length);
    figure('commands in them', whole.entries.length);
    expect(whole.unanswered()).toEqual([]);
    const kept = readKept(folder);
    const found = whole.against(kept);
    expect({ ...found, acknowledged: 0 }).toEqual({ acknowledged: 0, missing: [], twice: [], altered: [] });
    expect(found.acknowledged).toBe(whole.entries.length);
  });
});
