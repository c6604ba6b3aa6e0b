/** A trainer looks at a desk: the texts and names that the desk knows, and no others. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CardsAnswer } from '../../shared/protocol/api.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import type { TestTrainer } from '../support/test-trainer.ts';

let server: TestServer;
let trainer: TestTrainer;
let police: TestTrainee;
const IDS = ['person:coach', 'person:nyota', 'item:tip', 'item:home-address', 'place:coach-flat', 'role:police', 'law'];

beforeAll(async () => {
  server = await startTestServer();
  trainer = await server.trainer();
  const { exercise, pin } = await trainer.opensClass();
  await trainer.entersRoom();
  police = await TestTrainee.joins(server.url, pin, 'Amina', 'police');
  await trainer.does({ type: 'start-exercise' });
  expect(exercise).toBe(trainer.exercise.exercise);
});
afterAll(() => server.stop());

const asTrainer = (body: object) =>
  trainer.asks<CardsAnswer>('/api/cards', {
    method: 'POST',
    body: { ids: IDS, language: 'en', exercise: trainer.exercise.exercise, ...body },
  });

it('every card is the one that the desk itself reads', async () => {
  const { body: own } = await police.asks<CardsAnswer>('/api/cards', {
    method: 'POST',
    body: { ids: IDS, language: 'en' },
  });
  const { body: seen } = await asTrainer({ desk: 'police' });
  expect(seen).toEqual(own);
  const { body: whole } = await asTrainer({});
  expect(whole.cards.length).toBeGreaterThan(own.cards.length);
});

it('a desk that does not exist has no cards, and a trainee reads as no other desk', async () => {
  expect((await asTrainer({ desk: 'navy' })).status).toBe(404);
  const other = { ids: IDS, language: 'en', desk: 'child-protection' };
  expect((await police.asks('/api/cards', { method: 'POST', body: other })).status).toBe(404);
});
