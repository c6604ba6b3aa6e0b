/** Exercises without a class, over HTTP: who may start them, and how they are listed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExerciseCard, PracticeAnswer, ScenarioCard } from '../../shared/protocol/api.ts';
import { request } from '../support/http.ts';
import { aLibraryCase, startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import type { TestTrainer } from '../support/test-trainer.ts';

let server: TestServer;
let trainer: TestTrainer;
beforeAll(async () => {
  const peopleOnly = aLibraryCase((scenario) => {
    scenario.id = 'people-only';
    Object.assign(scenario.roles['police'] ?? {}, { simulated: { allowed: false } });
    scenario.length = '10m';
  });
  server = await startTestServer({ cases: [{ ...peopleOnly, id: 'people-only' }, aLibraryCase()] });
  trainer = await server.trainer();
});
afterAll(() => server.stop());

const post = <T>(path: string, body: unknown) => trainer.asks<T>(path, { method: 'POST', body });
const wish = { scenario: 'small-case', role: 'police', language: 'en', name: 'Practice' };

describe('practice and demo', () => {
  it.each(['/api/practice', '/api/demo'])('%s is rejected for every caller but a trainer', async (path) => {
    const before = server.server.exercises.list().length;
    expect((await request(`${server.url}${path}`, { method: 'POST', body: wish })).status).toBe(401);
    expect(server.server.exercises.list()).toHaveLength(before);
  });

  it('practice is rejected for an unknown case or desk', async () => {
    expect((await post('/api/practice', { ...wish, scenario: 'nowhere' })).status).toBe(404);
    expect(await post('/api/practice', { ...wish, role: 'constructor' })).toMatchObject({
      status: 400,
      body: { error: 'bad-request', detail: 'role' },
    });
  });

  it('practice leaves out a desk for people only, and is listed as practice', async () => {
    const { body } = await post<PracticeAnswer>('/api/practice', {
      ...wish,
      scenario: 'people-only',
      role: 'child-protection',
    });
    const { body: card } = await trainer.asks<ExerciseCard>(`/api/exercises/${body.exercise}`);
    expect(card).toMatchObject({ purpose: 'practice', status: 'running', seated: 1 });
    expect(card.roles.map(({ role }) => role)).toEqual(['child-protection']);
  });

  it('a demo uses a case in which every desk may be simulated, and replaces the previous demo', async () => {
    const { status, body: first } = await post<ExerciseCard>('/api/demo', { language: 'en' });
    expect(status).toBe(201);
    expect(first).toMatchObject({ purpose: 'demo', scenario: 'small-case', status: 'running', pace: 24, seated: 0 });
    expect(first.roles.every(({ simulated }) => simulated)).toBe(true);
    const { body: second } = await post<ExerciseCard>('/api/demo', { language: 'fr' });
    const { body: all } = await trainer.asks<ExerciseCard[]>('/api/exercises');
    expect(all.filter(({ purpose }) => purpose === 'demo').map(({ exercise }) => exercise)).toEqual([second.exercise]);
  });
});

describe('opening a class', () => {
  it('states for each desk whether it may be simulated, and in which manner', async () => {
    const { body } = await trainer.asks<ScenarioCard[]>('/api/scenarios?language=en');
    const roles = body.find(({ id }) => id === 'people-only')?.roles ?? [];
    expect(roles.map(({ role, mayBeSimulated, manner }) => ({ role, mayBeSimulated, manner }))).toEqual([
      { role: 'police', mayBeSimulated: false, manner: 'rule-bound' },
      { role: 'child-protection', mayBeSimulated: true, manner: 'rule-bound' },
    ]);
  });

  it('is rejected if a simulated desk is left out or unknown', async () => {
    const body = { scenario: 'small-case', languages: ['en'], seating: 'choice' };
    for (const settings of [
      { simulated: [{ role: 'nobody' }] },
      { without: ['police'], simulated: [{ role: 'police' }] },
      { simulated: [{ role: 'police', manner: 'kind' }] },
    ])
      expect((await post('/api/exercises', { ...body, ...settings })).status).toBe(400);
  });

  it('does not count a simulated desk as a person', async () => {
    const card = await trainer.opensClass({ simulated: [{ role: 'police' }] });
    expect(card).toMatchObject({ seated: 0 });
    const amina = await TestTrainee.joins(server.url, card.pin, 'Amina', 'police');
    const { body } = await trainer.asks<ExerciseCard>(`/api/exercises/${card.exercise}`);
    expect(body).toMatchObject({ seated: 1 });
    expect(body.roles.find(({ role }) => role === 'police')).toMatchObject({ taken: 1, simulated: false });
    await amina.losesConnection();
  });
});
