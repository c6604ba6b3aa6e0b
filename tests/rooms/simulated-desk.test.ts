/** The driver of a simulated desk: what it reads, when it is asked, when it stops. The bots here follow a script. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seated } from '../../shared/access/actor.ts';
import type { Bot, BotOptions, Turn } from '../../shared/bots/bot.ts';
import { start } from '../../shared/exercise/exercise.ts';
import type { World } from '../../shared/exercise/world.ts';
import { MINUTE } from '../../shared/time.ts';
import type { LiveExercise } from '../../server/exercises/live-exercise.ts';
import { restoreExercise } from '../../server/exercises/restore.ts';
import { Seating } from '../../server/exercises/seating.ts';
import { SimulatedDesks } from '../../server/exercises/simulated-desks.ts';
import type { ExerciseRecord, ExerciseStore } from '../../server/storage/exercise-store.ts';
import { openSqliteStore } from '../../server/storage/open-sqlite.ts';
import { aScenario } from '../support/a-scenario.ts';
import { eventually } from '../support/eventually.ts';
import { FakeTiming } from '../support/fake-timing.ts';

const compiled = aScenario();
const record: ExerciseRecord = {
  id: 'e1',
  scenario: 'small-case',
  hash: compiled.hash,
  pin: 'ABC234',
  languages: ['en'],
  pace: 6,
  seating: 'choice',
  without: [],
  createdAt: 0,
  clock: compiled.scenario.starts,
};
const SEAT = 'sim-child-protection';

interface Asked {
  options: BotOptions;
  view: World;
  now: number;
}

let folder: string;
let store: ExerciseStore;
let timing: FakeTiming;
let live: LiveExercise;
let seating: Seating;
let desks: SimulatedDesks;
let asked: Asked[];
let refusals: string[];
let made: BotOptions[];
let next: (asked: Asked) => Turn;

const makeBot = (options: BotOptions): Bot => {
  made.push(options);
  return {
    ...options,
    turn: (view, now) => {
      asked.push({ options, view, now });
      return next({ options, view, now });
    },
    refused: (code) => void refusals.push(code),
  };
};

const open = async (purpose?: ExerciseRecord['purpose']): Promise<void> => {
  live = await restoreExercise({ record: { ...record, purpose }, compiled, store, timing, onError: () => undefined });
  seating = new Seating(live, store, await store.participants('e1'));
  desks = new SimulatedDesks({ live, seating, timing, makeBot, onError: (error) => expect.unreachable(String(error)) });
};

const close = (): void => {
  desks.close();
  live.close();
};

/** Real time passes in small steps, and pending work is done between them. */
const passes = async (ms: number, done: () => boolean): Promise<void> => {
  for (let gone = 0; gone < ms && !done(); gone += 50) {
    timing.pass(50);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await eventually(done, Boolean, 'what was waited for');
};

beforeEach(async () => {
  [asked, refusals, made] = [[], [], []];
  next = () => ({ wait: 10 * MINUTE });
  folder = await mkdtemp(join(tmpdir(), 'baraza-desk-'));
  store = await openSqliteStore(folder);
  timing = new FakeTiming();
  await store.create(record, {}, start(compiled, { seed: 7 }).events);
  await open();
  await live.submitOwn({ type: 'seat', seat: 'p1', role: 'police' });
  await live.submitOwn({ type: 'simulate-desk', role: 'child-protection', manner: 'helpful' });
});
afterEach(async () => {
  close();
  await store.close();
  await rm(folder, { recursive: true });
});

describe('a simulated desk in class', () => {
  it('is asked in case time: not before the start, not while paused, sooner at a faster pace', async () => {
    timing.pass(60_000);
    expect(asked).toEqual([]);
    await live.submitOwn({ type: 'start-exercise' });
    await passes(500, () => asked.length === 1);
    const first = asked[0]?.now ?? 0;
    // Ten case minutes at pace 6 are a hundred real seconds.
    timing.pass(90_000);
    expect(asked).toHaveLength(1);
    await live.submitOwn({ type: 'pause' });
    const before = asked.length;
    timing.pass(3_600_000);
    expect(asked).toHaveLength(before);
    await live.submitOwn({ type: 'resume' });
    await live.submitOwn({ type: 'set-pace', pace: 60 });
    await passes(12_000, () => asked.length > before);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.at(-1)?.now).toBeLessThan(first + 40 * MINUTE);
  });

  it('reads only what its seat may know', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    await passes(500, () => asked.length === 1);
    expect(asked[0]?.view).toEqual(live.streams.seatWorld(SEAT, 'child-protection'));
    expect(asked[0]?.view.simulated).toEqual({});
    const heard = asked.length;
    await live.submit(seated('p1'), 'a'.repeat(32), { type: 'travel', place: 'bus-park' });
    timing.pass(5000);
    expect(asked).toHaveLength(heard);
    await live.submit(seated('p1'), 'b'.repeat(32), { type: 'send-message', to: ['child-protection'], text: 'Hi' });
    await passes(500, () => asked.length > heard);
    expect(Object.keys(asked.at(-1)?.view.messages ?? {})).toHaveLength(1);
    expect(Object.values(asked.at(-1)?.view.seats ?? {}).some((seat) => seat.busy)).toBe(false);
  });

  it('executes its turns, learns of rejections, and is asked again when the work is done', async () => {
    const turns: Turn[] = [
      { do: { type: 'travel', place: 'nowhere' }, takes: MINUTE },
      { do: { type: 'send-message', to: ['police'], text: 'We are here.' }, takes: 5 * MINUTE },
    ];
    next = () => turns.shift() ?? { wait: 10 * MINUTE };
    await live.submitOwn({ type: 'start-exercise' });
    await passes(5000, () => asked.length === 2);
    expect(refusals).toEqual(['unknown-id']);
    await passes(2000, () => Object.keys(live.world.messages).length === 1);
    expect(Object.values(live.world.messages)[0]).toMatchObject({ by: 'child-protection', seat: SEAT });
    const busySince = asked.at(-1)?.now ?? 0;
    await passes(60_000, () => asked.length === 3);
    expect(asked.at(-1)?.now).toBeGreaterThanOrEqual(busySince + 5 * MINUTE);
  });

  it('becomes another bot with the same seed when the trainer changes its manner', async () => {
    await live.submitOwn({ type: 'simulate-desk', role: 'child-protection', manner: 'overloaded' });
    expect(made.map(({ manner }) => manner)).toEqual(['helpful', 'overloaded']);
    expect(new Set(made.map(({ seed }) => seed)).size).toBe(1);
  });

  it('stops when a person takes the seat', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    await passes(500, () => asked.length === 1);
    const joined = await seating.join({ name: 'Joseph', language: 'en', role: 'child-protection' });
    expect(joined).toHaveProperty('token');
    expect(seating.roster()).toEqual([expect.objectContaining({ name: 'Joseph', simulated: false })]);
    await live.submit(seated('p1'), 'b'.repeat(32), { type: 'send-message', to: ['child-protection'], text: 'Hi' });
    timing.pass(3_600_000);
    expect(asked).toHaveLength(1);
  });

  it('keeps a desk for a person who left, until that person returns', async () => {
    const joined = await seating.join({ name: 'Joseph', language: 'en', role: 'child-protection' });
    const seat = 'seat' in joined ? joined.seat : '';
    seating.setPresence(seat, { connected: true });
    await live.submitOwn({ type: 'start-exercise' });
    seating.setPresence(seat, { steppedOut: true });
    await live.submitOwn({ type: 'simulate-desk', role: 'child-protection' });
    await passes(5000, () => asked.length > 0);
    expect(seating.roster().filter(({ simulated }) => simulated)).toHaveLength(1);
    expect(live.world.seats[seat]?.freed).toBeUndefined();
    // A phone that appears for a moment does not replace the simulation.
    seating.setPresence(seat, { steppedOut: false });
    timing.pass(500);
    seating.setPresence(seat, { steppedOut: true });
    timing.pass(5000);
    expect(seating.roster().filter(({ simulated }) => simulated)).toHaveLength(1);
    seating.setPresence(seat, { steppedOut: false });
    await passes(5000, () => live.world.seats[SEAT]?.freed === true);
    expect(seating.roster()).toEqual([expect.objectContaining({ name: 'Joseph', connected: true })]);
  });

  it('continues after a restart with the same settings, when the class resumes', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    await passes(500, () => asked.length === 1);
    const [before] = made;
    close();
    [asked, made] = [[], []];
    await open();
    expect(live.status).toBe('paused');
    expect(made).toEqual([before]);
    timing.pass(3_600_000);
    expect(asked).toEqual([]);
    await live.submitOwn({ type: 'resume' });
    await passes(500, () => asked.length === 1);
  });
});

describe('a class of one person', () => {
  it('pauses when its person is gone for a minute; a reload does not count', async () => {
    close();
    await open('practice');
    const joined = await seating.join({ name: 'Amina', language: 'en', role: 'police' });
    const seat = 'seat' in joined ? joined.seat : '';
    seating.setPresence(seat, { connected: true });
    await live.submitOwn({ type: 'start-exercise' });
    seating.setPresence(seat, { connected: false });
    timing.pass(5000);
    seating.setPresence(seat, { connected: true });
    timing.pass(600_000);
    expect(live.status).toBe('running');
    seating.setPresence(seat, { connected: false });
    await passes(70_000, () => live.status === 'paused');
  });
});
