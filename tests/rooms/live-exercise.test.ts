/** One live exercise without sockets: its clock, its timers, its disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lead, seated } from '../../shared/access/actor.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { start } from '../../shared/exercise/exercise.ts';
import { emptyWorld } from '../../shared/exercise/world.ts';
import { MINUTE } from '../../shared/time.ts';
import type { LiveExercise } from '../../server/exercises/live-exercise.ts';
import { restoreExercise } from '../../server/exercises/restore.ts';
import type { Batch } from '../../server/exercises/streams.ts';
import { randomId } from '../../server/host/ids.ts';
import { type ExerciseRecord, type ExerciseStore, StorageError } from '../../server/storage/exercise-store.ts';
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

let folder: string;
let store: ExerciseStore;
let timing: FakeTiming;
let live: LiveExercise;
let seen: Event[];
let batches: Batch[];

/** Whether the disk rejects writes. */
let diskIsFull = false;
const flaky = (): ExerciseStore => ({
  ...store,
  append: (append) => (diskIsFull ? Promise.reject(new StorageError('full', 'no room')) : store.append(append)),
});

const open = async () => {
  const opened = await restoreExercise({
    record: { ...record },
    compiled,
    store: flaky(),
    timing,
    onError: () => undefined,
  });
  [seen, batches] = [[], []];
  opened.listen({
    batches: (more, events) => void (batches.push(...more), seen.push(...events)),
    changed: () => undefined,
  });
  return opened;
};

beforeEach(async () => {
  diskIsFull = false;
  folder = await mkdtemp(join(tmpdir(), 'baraza-live-'));
  store = await openSqliteStore(folder);
  timing = new FakeTiming();
  await store.create(record, {}, start(compiled, { seed: 7 }).events);
  live = await open();
  await live.submitOwn({ type: 'seat', seat: 's1', role: 'police' });
  await live.submitOwn({ type: 'seat', seat: 's2', role: 'child-protection' });
});
afterEach(async () => {
  live.close();
  await store.close();
  await rm(folder, { recursive: true });
});

const asks = (body: Parameters<LiveExercise['submit']>[2], id = randomId()) => live.submit(seated('s1'), id, body);

const whispers = async (to: string, text: string): Promise<void> =>
  expect(await live.submit(lead, randomId(), { type: 'whisper', to: [to], text })).toMatchObject({ ok: true });

describe('the clock of a live exercise', () => {
  it('runs at the pace while the exercise runs, and timers are due in case time', async () => {
    timing.pass(60_000);
    expect(live.caseNow()).toBe(compiled.scenario.starts);
    await live.submitOwn({ type: 'start-exercise' });
    await asks({ type: 'travel', place: 'bus-park' });
    timing.pass(60_000);
    expect(live.caseNow()).toBe(compiled.scenario.starts + 6 * MINUTE);
    const arrival = () => seen.find((event) => event.type === 'travel-ended' && event.place === 'bus-park');
    expect(arrival()).toBeUndefined();
    timing.pass(3 * 60_000);
    const arrived = await eventually(arrival, Boolean, 'the arrival');
    expect(arrived?.at).toBe(compiled.scenario.starts + 20 * MINUTE);
  });

  it('stops while paused, and continues at the new pace', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    timing.pass(60_000);
    await live.submitOwn({ type: 'pause' });
    timing.pass(3_600_000);
    const stood = live.caseNow();
    await live.submitOwn({ type: 'set-pace', pace: 60 });
    await live.submitOwn({ type: 'resume' });
    timing.pass(1000);
    expect([stood, live.caseNow()]).toEqual([
      compiled.scenario.starts + 6 * MINUTE,
      compiled.scenario.starts + 7 * MINUTE,
    ]);
  });

  it('does not count the time in which the machine slept', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    timing.pass(60_000);
    const before = live.caseNow();
    timing.sleep(600_000);
    await live.pauseAt(before);
    expect([live.status, live.caseNow()]).toEqual(['paused', before]);
  });
});

describe('the answer to a command', () => {
  it('counts nothing: it does not tell how many events others had of it, now or when it is sent again', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    const id = randomId();
    const before = seen.length;
    expect(await asks({ type: 'travel', place: 'bus-park' }, id)).toEqual({ ok: true });
    expect(seen.length).toBeGreaterThan(before + 1);
    expect(await asks({ type: 'travel', place: 'bus-park' }, id)).toEqual({ ok: true });
  });
});

describe('a full disk', () => {
  it('acknowledges nothing, pauses the exercise, and lets it resume when there is room again', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    const before = live.world;
    diskIsFull = true;
    await expect(asks({ type: 'travel', place: 'bus-park' })).rejects.toMatchObject({ reason: 'full' });
    await expect(asks({ type: 'raise-hand' })).rejects.toMatchObject({ reason: 'full' });
    expect(live.world).toBe(before);
    expect(live.status).toBe('paused');
    expect(seen.some((event) => event.type === 'travel-started')).toBe(false);
    timing.pass(60_000);
    expect(live.caseNow()).toBe(compiled.scenario.starts);

    diskIsFull = false;
    expect(await asks({ type: 'travel', place: 'bus-park' })).toEqual({ ok: false, rejection: { code: 'paused' } });
    expect(await live.submitOwn({ type: 'resume' })).toMatchObject({ ok: true });
    expect(await asks({ type: 'travel', place: 'bus-park' })).toMatchObject({ ok: true });
    expect((await store.read('e1', 0)).map((event) => event.seq)).toEqual(
      Array.from({ length: live.seq }, (_, index) => index + 1),
    );
  });

  it('fails every command of the same batch, and no later one', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    diskIsFull = true;
    const results = await Promise.allSettled([
      asks({ type: 'raise-hand' }),
      asks({ type: 'travel', place: 'bus-park' }),
      asks({ type: 'raise-hand' }),
    ]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected']);
    diskIsFull = false;
    expect(await asks({ type: 'raise-hand' })).toMatchObject({ ok: true });
    expect(live.world.status).toBe('paused');
  });
});

describe('commands that arrive together', () => {
  it('are judged in order and stored in order', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    const answers = await Promise.all([
      asks({ type: 'travel', place: 'bus-park' }),
      asks({ type: 'travel', place: 'cells' }),
      asks({ type: 'raise-hand' }),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true]);
    expect(await store.read('e1', 0)).toHaveLength(live.seq);
  });
});

describe('streams', () => {
  it('are numbered without gaps, and contain only events with their case time', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    for (const key of new Set(batches.map((batch) => batch.key))) {
      const numbers = batches
        .filter((batch) => batch.key === key)
        .flatMap(({ from, events }) => events.map((_, index) => from + index));
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => (numbers[0] ?? 0) + index));
    }
    for (const { events } of batches)
      for (const event of events) expect(Object.keys(event)).not.toEqual(expect.arrayContaining(['audience']));
    expect(batches.flatMap((batch) => batch.events).some((event) => 'seq' in event)).toBe(false);
  });

  it('are the same from snapshot and tail after a restart as from the whole log', async () => {
    await live.submitOwn({ type: 'start-exercise' });
    for (let count = 0; count < 210; count += 1) await whispers(count % 3 === 0 ? 's1' : 'police', `word ${count}`);
    await store.saveClock('e1', live.caseNow());
    const kept = await vi.waitFor(
      async () => {
        const snapshot = await store.loadSnapshot('e1');
        expect(snapshot).toBeDefined();
        return snapshot;
      },
      { timeout: 120_000 },
    );
    expect(kept?.seq).toBeGreaterThan(199);
    expect(kept?.seq).toBeLessThan(live.seq + 1);
    live.close();
    const fromSnapshot = await open();
    const [role, seat] = [fromSnapshot.streams.world('role:police'), fromSnapshot.streams.seatWorld('s1', 'police')];
    const counts = ['role:police', 'role:child-protection', 'seat:s1', 'trainer'].map((key) =>
      fromSnapshot.streams.count(key as 'trainer'),
    );
    fromSnapshot.close();
    await store.saveSnapshot('e1', { seq: 5, payload: 'torn {' });
    live = await open();
    expect(live.streams.world('role:police')).toEqual(role);
    expect(live.streams.seatWorld('s1', 'police')).toEqual(seat);
    expect(
      ['role:police', 'role:child-protection', 'seat:s1', 'trainer'].map((key) => live.streams.count(key as 'trainer')),
    ).toEqual(counts);
    expect(live.status).toBe('paused');
  });

  it.each([
    ['of no JSON', 'torn {'],
    ['of nothing', 'null'],
    ['with holes', JSON.stringify({ exercise: { seq: 5, happened: {}, world: { status: 'running' } }, streams: {} })],
    ['of another event', JSON.stringify({ exercise: { seq: 4, happened: {}, world: emptyWorld() }, streams: {} })],
    [
      'with a torn stream',
      JSON.stringify({ exercise: { seq: 5, happened: {}, world: emptyWorld() }, streams: { trainer: null } }),
    ],
  ])('ignore a snapshot %s', async (_what, payload) => {
    await live.submitOwn({ type: 'start-exercise' });
    await live.submitOwn({ type: 'pause' });
    const [before, stream] = [live.world, live.streams.world('role:police')];
    await store.saveSnapshot('e1', { seq: 5, payload });
    live.close();
    live = await open();
    expect(live.world).toEqual(JSON.parse(JSON.stringify(before)));
    expect(live.streams.world('role:police')).toEqual(JSON.parse(JSON.stringify(stream)));
  });
});

describe('a case that loops', () => {
  it('is halted, and its error reaches the operator; other classes continue', async () => {
    const circling = aScenario((draft) => {
      const next = (target: string) => ({ after: { '0m': [{ target }] } });
      const wait = { after: { '5m': [{ target: 'tick' }] } };
      draft.statecharts['circle'] = { initial: 'wait', states: { wait, tick: next('tock'), tock: next('tick') } };
    });
    await store.create({ ...record, id: 'e2' }, {}, start(circling, { seed: 7 }).events);
    const errors: unknown[] = [];
    const round = await restoreExercise({
      record: { ...record, id: 'e2' },
      compiled: circling,
      store,
      timing,
      onError: (error) => errors.push(error),
    });
    await round.submitOwn({ type: 'start-exercise' });
    expect(() => timing.pass(60_000)).not.toThrow();
    expect(errors).toMatchObject([{ message: expect.stringContaining('round in circles') }]);
    expect(round.status).toBe('paused');
    expect(await round.submitOwn({ type: 'end-exercise' })).toMatchObject({ ok: true });
    round.close();
  });
});
