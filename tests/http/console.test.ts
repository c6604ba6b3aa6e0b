/** The trainer's console, polled while a class plays. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ConsoleAnswer } from '../../shared/console/console.ts';
import { request } from '../support/http.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import type { TestTrainer } from '../support/test-trainer.ts';

let server: TestServer;
let trainer: TestTrainer;
let path: string;

beforeAll(async () => {
  server = await startTestServer();
  trainer = await server.trainer();
  const { exercise } = await trainer.opensClass();
  path = `/api/exercises/${exercise}/console`;
  await trainer.entersRoom();
});
afterAll(() => server.stop());

const ask = async () => (await trainer.asks<ConsoleAnswer>(path)).body;

it('the console is for trainers only', async () => {
  expect((await request(`${server.url}${path}`)).status).toBe(401);
});

it('the console lists coming injects, chart states and last acts, and reads only new events', async () => {
  const officer = await TestTrainee.joins(server.url, trainer.exercise.pin, 'Officer', 'police');
  const before = await ask();
  expect(before.injects.find(({ inject }) => inject === 'press-call')).toBeDefined();
  expect(before.lastAct).toEqual({});
  await trainer.does({ type: 'start-exercise' });
  await officer.does({ type: 'travel', place: 'bus-park' });
  const reads = vi.spyOn(server.store, 'read');
  const during = await ask();
  expect(during.threads.map(({ chart }) => chart)).toContain('case');
  expect(during.lastAct['police']).toBeGreaterThan(0);
  expect(during.recent.map(({ type }) => type)).toContain('exercise-started');
  expect(reads.mock.calls.map(([, after]) => after)).not.toContain(0);
  reads.mockClear();
  expect(await ask()).toEqual(during);
  expect(reads).not.toHaveBeenCalled();
  await trainer.does({ type: 'fire-inject', inject: 'press-call' });
  const after = await ask();
  expect(after.recent.slice(0, during.recent.length)).toEqual(during.recent);
  expect(after.recent.map(({ type }) => type)).toContain('inject-fired');
  expect(after.lastAct).toEqual(during.lastAct);
});
