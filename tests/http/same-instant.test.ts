/**
 * Values that must be unique stay unique when two clients request them at the same instant, before either is on disk.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as Ids from '../../server/host/ids.ts';
import { Seating } from '../../server/exercises/seating.ts';
import type { ExerciseCard, JoinAnswer } from '../../shared/protocol/api.ts';
import { request } from '../support/http.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import type { TestTrainer } from '../support/test-trainer.ts';

/** The worst random generator: it draws every code twice. */
const chance = vi.hoisted(() => ({ drawn: 0, again: false }));
vi.mock('../../server/host/ids.ts', async (original) => {
  const ids = await original<typeof Ids>();
  return {
    ...ids,
    newPin: () => {
      if (!chance.again) return ids.newPin();
      chance.drawn += 1;
      return `PQRST${'ABCDEFGH'[Math.floor((chance.drawn - 1) / 2)] ?? 'Z'}`;
    },
  };
});

let running: TestServer;
let trainer: TestTrainer;
beforeAll(async () => {
  running = await startTestServer();
  trainer = await running.trainer();
});
afterAll(() => running.stop());

const joins = (pin: string, name: string, callSign: boolean) =>
  request<JoinAnswer & { error?: string }>(`${running.url}/api/join/${pin}`, {
    method: 'POST',
    body: { name, language: 'en', callSign },
  });

const namesIn = async (card: ExerciseCard): Promise<string[]> =>
  running.server.exercises
    .get(card.exercise)
    ?.seating.roster()
    .map(({ name }) => name) ?? [];

it('if twenty people choose the same call-sign at once, one gets it and the others are asked for another', async () => {
  const card = await trainer.opensClass();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => joins(card.pin, index % 2 ? 'Quiet Heron' : 'QUIET heron', true)),
  );
  const seated = answers.filter(({ status }) => status === 201);
  expect(seated).toHaveLength(1);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(new Set(refused.map(({ status, body }) => `${status} ${body.error}`))).toEqual(new Set(['409 name-taken']));
  expect(await namesIn(card)).toHaveLength(1);
  expect((await joins(card.pin, 'Bold Ibis', true)).status).toBe(201);
});

function aGate() {
  let [resolve, reject] = [(): void => undefined, (_error: Error): void => undefined];
  const promise = new Promise<void>((done, failed) => ([resolve, reject] = [done, failed]));
  return { promise, resolve: () => resolve(), reject: (error: Error) => reject(error) };
}

/** The people of a class on a disk that stores nothing before `gate` resolves. */
async function seatingBehind(gate: Promise<void>): Promise<Seating> {
  const open = running.server.exercises.get((await trainer.opensClass()).exercise);
  if (!open) throw new Error('the class is not open');
  const { store } = running;
  return new Seating(open.live, { ...store, addParticipant: (one) => gate.then(() => store.addParticipant(one)) }, []);
}

it('a call-sign is reserved while its join is being stored; two people may have the same name', async () => {
  const disk = aGate();
  const seating = await seatingBehind(disk.promise);
  const wish = (name: string, callSign: boolean) => seating.join({ name, language: 'en', callSign });
  const [named, heron] = [wish('Amina', false), wish('Quiet Heron', true)];
  expect(await wish('AMINA', true)).toEqual({ refused: 'name-taken' });
  expect(await wish('quiet heron', true)).toEqual({ refused: 'name-taken' });
  const namesake = wish('Amina', false);
  disk.resolve();
  for (const seated of [await named, await heron, await namesake]) expect(seated).toHaveProperty('token');
  expect(seating.roster().map(({ name }) => name)).toEqual(['Amina', 'Quiet Heron', 'Amina']);
});

it('a call-sign is free again if its join could not be stored', async () => {
  const disk = aGate();
  const seating = await seatingBehind(disk.promise);
  const first = seating.join({ name: 'Bold Ibis', language: 'en', callSign: true });
  disk.reject(new Error('the disk said no'));
  await expect(first).rejects.toThrow('the disk said no');
  expect(seating.isTaken('Bold Ibis')).toBe(false);
});

it('two trainers who open classes at once never get the same code, even if the generator repeats it', async () => {
  const other = await running.trainer();
  chance.again = true;
  try {
    const cards = await Promise.all([
      trainer.opensClass(),
      other.opensClass(),
      trainer.opensClass(),
      other.opensClass(),
    ]);
    expect(new Set(cards.map(({ pin }) => pin)).size).toBe(4);
    expect(new Set(cards.map(({ exercise }) => exercise)).size).toBe(4);
    expect(chance.drawn, 'the generator repeated its codes').toBeGreaterThan(4);
  } finally {
    chance.again = false;
  }
});
