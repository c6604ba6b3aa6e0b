/** Simulated desks among people: real clients, real bots, a late person, and a killed server. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../../shared/exercise/world.ts';
import { handover } from '../../shared/handover/handover.ts';
import type { JoinCard, PracticeAnswer, SeatAnswer } from '../../shared/protocol/api.ts';
import { eventually } from '../support/eventually.ts';
import { ServerProcess } from '../support/server-process.ts';
import { aLibraryCase, startTestServer, type TestServer } from '../support/test-server.ts';
import { TestClient } from '../support/test-client.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import { TestTrainer } from '../support/test-trainer.ts';

const SIM = 'sim-child-protection';
/** Case minutes per minute: half an hour of work takes half a second here. */
const FAST = 1440;

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function aServer(): Promise<TestServer> {
  const server = await startTestServer({ cases: [aLibraryCase()] });
  stop = () => server.stop();
  return server;
}

const answersIn = (world: World): { by: string; seat?: string | undefined; outcome: string }[] =>
  Object.values(world.requests).flatMap(({ answers }) => answers);

/** Three people at the police desk, none at child protection. */
async function aClass(server: TestServer) {
  const trainer = await server.trainer();
  const { pin } = await trainer.opensClass({
    pace: FAST,
    simulated: [{ role: 'child-protection', manner: 'rule-bound' }],
  });
  await trainer.entersRoom();
  const police = [];
  for (const name of ['Amina', 'Brian', 'Chebet'])
    police.push(await TestTrainee.joins(server.url, pin, name, 'police'));
  const [amina, brian, chebet] = police as [TestTrainee, TestTrainee, TestTrainee];
  expect(await trainer.does({ type: 'start-exercise' })).toMatchObject({ ok: true });
  await amina.sees('the start', (world) => world.status === 'running');
  return { trainer, pin, amina, brian, chebet };
}

const asksChildProtection = (trainee: TestTrainee) =>
  trainee.does({ type: 'make-request', kind: 'case-question', to: 'child-protection', basis: 'duty-by-law' });

describe('a simulated desk in a class', () => {
  it('is marked in every roster, answers requests, and reveals its settings to no desk', async () => {
    const server = await aServer();
    const { trainer, amina, brian, chebet } = await aClass(server);
    for (const trainee of [amina, brian, chebet]) {
      const { roster } = await trainee.seesPublic('the roster', (state) => state.roster.length === 4);
      expect(roster.filter(({ simulated }) => simulated)).toEqual([
        expect.objectContaining({ seat: SIM, role: 'child-protection', name: '', connected: true }),
      ]);
    }
    expect(await asksChildProtection(brian)).toMatchObject({ ok: true });
    for (const trainee of [amina, brian, chebet]) {
      const world = await trainee.sees('an answer', (now) =>
        answersIn(now).some(({ outcome }) => outcome === 'answered'),
      );
      expect(answersIn(world).map(({ outcome }) => outcome)).toEqual(['accepted', 'answered']);
      expect(JSON.stringify(trainee.client.received)).not.toContain('rule-bound');
      expect(trainee.client.disorder).toEqual([]);
    }
    expect(trainer.client.world.simulated[SIM]).toMatchObject({ kind: 'by-the-book', manner: 'rule-bound' });
  });

  it('is taken over by a late person, with all it knows and a note of what it did', async () => {
    const server = await aServer();
    const { trainer, pin, amina, brian } = await aClass(server);
    await asksChildProtection(amina);
    await amina.sees('an answer', (now) => answersIn(now).some(({ outcome }) => outcome === 'answered'));
    const { body: card } = await amina.asks<JoinCard>(`/api/join/${pin}`);
    expect(card.roles.find(({ role }) => role === 'child-protection')).toMatchObject({ taken: 0, simulated: true });
    const known = server.server.exercises.list()[0]?.live.streams.seatWorld(SIM, 'child-protection');

    const zawadi = await TestTrainee.joins(server.url, pin, 'Zawadi', 'child-protection');
    await zawadi.sees('the desk', (world) => world.seats[zawadi.seat]?.role === 'child-protection');
    const { world } = zawadi.client;
    expect(world.items).toEqual(known?.items);
    expect(world.requests).toEqual(known?.requests);
    expect(world.seats[SIM]?.freed).toBe(true);
    const note = handover(world, 'child-protection');
    expect(note.did.map(({ code }) => code)).toContain('answered');
    expect(note.knows.length).toBeGreaterThan(0);
    const { roster } = await brian.seesPublic('a person', (state) => state.roster.every(({ simulated }) => !simulated));
    expect(roster.map(({ name }) => name)).toContain('Zawadi');

    // From here on only Zawadi acts for the desk.
    await asksChildProtection(brian);
    const request = await zawadi.sees('the request', (now) => Object.keys(now.requests).length === 2);
    const open = Object.entries(request.requests).find(([, { answers }]) => answers.length === 0)?.[0] ?? '';
    await trainer.does({ type: 'skip-to', to: trainer.client.world.now + 8 * 3_600_000 });
    await trainer.sees('the morning after', (now) => now.now > request.now + 7 * 3_600_000);
    expect(trainer.client.world.requests[open]?.answers).toEqual([]);
    expect(await zawadi.does({ type: 'answer-request', request: open, outcome: 'answered', items: [] })).toMatchObject({
      ok: true,
    });
  });

  it('keeps the desk of a person who stepped out, invisible in the log, until that person returns', async () => {
    const server = await aServer();
    const trainer = await server.trainer();
    const { pin } = await trainer.opensClass();
    await trainer.entersRoom();
    const amina = await TestTrainee.joins(server.url, pin, 'Amina', 'police');
    const joseph = await TestTrainee.joins(server.url, pin, 'Joseph', 'child-protection');
    await trainer.does({ type: 'start-exercise' });
    joseph.client.room.send('step-out', { out: true });
    await eventually(
      () => trainer.client.received.filter(({ type }) => type === 'step-out').length,
      (count) => count === 1,
      'the discreet word',
    );
    expect(await trainer.does({ type: 'simulate-desk', role: 'child-protection' })).toMatchObject({ ok: true });
    await amina.seesPublic('a simulated desk', ({ roster }) => roster.some(({ simulated }) => simulated));
    const log = JSON.stringify(await server.store.read(trainer.exercise.exercise, 0));
    expect(log).not.toMatch(/step|away|absent/i);
    expect(log).not.toContain('seat-freed');
    joseph.client.room.send('step-out', { out: false });
    await amina.seesPublic('Joseph again', ({ roster }) => roster.every(({ simulated }) => !simulated));
    expect(await joseph.does({ type: 'travel', place: 'bus-park' })).toMatchObject({ ok: true });
  });
});

describe('a class of one person', () => {
  it('is opened by a trainer, starts at once, and is steered and ended by its learner', async () => {
    const server = await aServer();
    const trainer = await server.trainer();
    const body = { scenario: 'small-case', role: 'police', language: 'en', name: 'Practice' };
    const { status, body: place } = await trainer.asks<PracticeAnswer>('/api/practice', { method: 'POST', body });
    expect(status).toBe(201);
    const me = new TestClient(server.url, place.room);
    await me.enter({ token: place.token });
    const seat = await fetch(`${server.url}/api/seat`, { headers: { authorization: `Bearer ${place.token}` } });
    expect((await seat.json()) as SeatAnswer).toMatchObject({ alone: true, status: 'running', role: 'police' });
    const others = await eventually(
      () => me.public.roster.filter(({ simulated }) => simulated),
      (list) => list.length === 1,
      'the simulated desk',
    );
    expect(others[0]?.role).toBe('child-protection');
    expect(await me.command({ type: 'pause' })).toMatchObject({ ok: true });
    expect(await me.command({ type: 'resume' })).toMatchObject({ ok: true });
    expect(await me.command({ type: 'fire-inject', inject: 'any' })).toMatchObject({
      ok: false,
      rejection: { code: 'trainer-only' },
    });
    expect(await me.command({ type: 'end-exercise' })).toMatchObject({ ok: true });
    const debrief = await fetch(`${server.url}/api/debrief`, { headers: { authorization: `Bearer ${place.token}` } });
    expect(await debrief.json()).toMatchObject({ simulated: ['child-protection'] });
  });
});

describe('a killed server', () => {
  it('restarts with the same simulated desks, paused with the class', { timeout: 180_000 }, async () => {
    const server = await ServerProcess.prepare();
    stop = () => server.dispose();
    await server.start();
    const key = server.trainerKey;
    const trainer = await TestTrainer.signsIn(server.url, key);
    const card = await trainer.opensClass({
      pace: FAST,
      simulated: [{ role: 'child-protection', manner: 'overloaded' }],
    });
    await trainer.entersRoom();
    const amina = await TestTrainee.joins(server.url, card.pin, 'Amina', 'police');
    await trainer.does({ type: 'start-exercise' });
    await trainer.does({ type: 'simulate-desk', role: 'child-protection', manner: 'helpful' });
    const how = trainer.client.world.simulated[SIM];
    expect(how).toMatchObject({ manner: 'helpful' });

    await server.end('SIGKILL');
    await eventually(
      () => amina.client.closedWith,
      (code) => code !== undefined,
      'the end of the connection',
    );
    await server.start();
    await amina.comesBack();
    await amina.seesPublic(
      'a paused class with the simulated desk',
      ({ status, roster }) => status === 'paused' && roster.some(({ simulated }) => simulated),
    );
    const again = await TestTrainer.signsIn(server.url, key);
    await again.entersRoom(card);
    expect(again.client.world.simulated[SIM]).toEqual(how);
    expect(await again.does({ type: 'resume' })).toMatchObject({ ok: true });
    expect(await asksChildProtection(amina)).toMatchObject({ ok: true });
    await amina.sees('an answer', (world) => answersIn(world).some(({ outcome }) => outcome === 'answered'));
  });
});
