/** A trainer looks at a desk: the texts and names that the desk knows, and no others; the page that is open there, and what was read. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CardsAnswer } from '../../shared/protocol/api.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import type { TestTrainer } from '../support/test-trainer.ts';
import { eventually } from '../support/eventually.ts';
import type { TestClient } from '../support/test-client.ts';

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

const screensOf = ({ received }: TestClient): unknown[] =>
  received.filter(({ type }) => type === 'screen').map(({ payload }) => payload);
const shows = (trainee: TestTrainee, screen: object): Promise<unknown> => trainee.client.room.request('screen', screen);

it('the page of a person and what was read go to those who may see the desk, also when they come later, and into no log', async () => {
  const evaluator = await trainer.invites({ kind: 'evaluator', desks: ['child-protection'] });
  await evaluator.entersRoom(trainer.exercise);
  const officer = await TestTrainee.joins(server.url, trainer.exercise.pin, 'Juma', 'child-protection');
  const before = (await trainer.sees('the class', () => true)).now;
  await shows(police, { path: '/play/board', seen: { 'item:tip': before }, whole: true });
  await shows(police, { path: '/play/people/coach', seen: { 'person:coach': before }, whole: false });
  const told = await eventually(
    () => screensOf(trainer.client),
    (all) => all.length === 2,
    'the screens of the police',
  );
  expect(told).toEqual([
    { seat: police.seat, path: '/play/board', seen: { 'item:tip': before }, whole: true },
    { seat: police.seat, path: '/play/people/coach', seen: { 'person:coach': before }, whole: false },
  ]);
  const coTrainer = await trainer.invites({ kind: 'co-trainer' });
  await coTrainer.entersRoom(trainer.exercise);
  await eventually(
    () => screensOf(coTrainer.client),
    (all) => all.length === 1,
    'the last screen of the police',
  );
  expect(screensOf(coTrainer.client)).toEqual([
    {
      seat: police.seat,
      path: '/play/people/coach',
      seen: { 'item:tip': before, 'person:coach': before },
      whole: true,
    },
  ]);
  await shows(officer, { path: '/play/desk', seen: {}, whole: true });
  await eventually(
    () => screensOf(evaluator.client),
    (all) => all.length > 0,
    'the screen of child protection',
  );
  expect(screensOf(evaluator.client)).toEqual([{ seat: officer.seat, path: '/play/desk', seen: {}, whole: true }]);
  expect(screensOf(officer.client)).toEqual([]);
  expect(screensOf(police.client)).toEqual([]);
  const { body: log } = await trainer.asks(`/api/exercises/${trainer.exercise.exercise}/playthrough`);
  expect(JSON.stringify(log)).not.toContain('/play/board');
});

it('a screen with an address that is no page of a desk is refused', async () => {
  for (const path of ['/trainer', '/play/../x y', 'javascript:alert(1)', `/play/${'x'.repeat(400)}`])
    await expect(shows(police, { path, seen: {}, whole: true })).rejects.toThrow();
});

it('after the end nothing is kept of what was looked at', async () => {
  await trainer.does({ type: 'end-exercise' });
  await shows(police, { path: '/play/debrief', seen: {}, whole: true });
  const late = await trainer.invites({ kind: 'co-trainer' });
  await late.entersRoom(trainer.exercise);
  await eventually(
    () => late.client.epoch,
    (epoch) => epoch !== undefined,
    'the class',
  );
  expect(screensOf(late.client)).toEqual([]);
});
