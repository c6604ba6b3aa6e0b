/** The routes as browsers use them, on a real server. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type JoinCard,
  type ExerciseCard,
  PIN_ALPHABET,
  type ScenarioCard,
  type WallAnswer,
} from '../../shared/protocol/api.ts';
import { toCsv } from '../../server/http/csv.ts';
import { isSameOrigin } from '../../server/access/identity.ts';
import type { Debrief } from '../../shared/debrief/debrief.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import { aScenario } from '../support/a-scenario.ts';
import { request } from '../support/http.ts';
import { aLibraryCase, startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import type { TestTrainer } from '../support/test-trainer.ts';

const FLAT = '<svg xmlns="http://www.w3.org/2000/svg"><title>flat</title></svg>';
const STATION = '<svg xmlns="http://www.w3.org/2000/svg"><title>station</title></svg>';
const hashOf = (svg: string) => createHash('sha256').update(svg).digest('hex');

let server: TestServer;
let trainer: TestTrainer;
let clientFolder: string;

beforeAll(async () => {
  clientFolder = await mkdtemp(join(tmpdir(), 'baraza-client-'));
  await mkdir(join(clientFolder, 'assets'));
  await writeFile(join(clientFolder, 'index.html'), '<!doctype html><title>Baraza</title>');
  await writeFile(join(clientFolder, 'assets', 'main-abc123.js'), 'export {};');
  const art = {
    byName: { flat: hashOf(FLAT), station: hashOf(STATION) },
    byHash: { [hashOf(FLAT)]: FLAT, [hashOf(STATION)]: STATION },
  };
  const drawn = aLibraryCase((draft) => {
    for (const [place, name] of [
      ['coach-flat', 'flat'],
      ['station', 'station'],
    ] as const) {
      const found = draft.places[place];
      if (found) found.art = name;
    }
  }, art);
  server = await startTestServer({ cases: [drawn], clientFolder });
  trainer = await server.trainer();
  await trainer.opensClass({ label: 'Class 7' });
});
afterAll(async () => {
  await server.stop();
  await rm(clientFolder, { recursive: true });
});

describe('the server', () => {
  it('reports readiness', async () => {
    expect(await request(`${server.url}/healthz`)).toMatchObject({ status: 200, body: { ok: true } });
  });

  it('serves pages with a policy that loads only from this server, over plain HTTP', async () => {
    const { headers, body } = await request<string>(`${server.url}/trainer`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(body).toContain('Baraza');
  });

  it('compresses scripts for clients that accept it', async () => {
    const ask = (encoding: string) =>
      fetch(`${server.url}/assets/main-abc123.js`, { headers: { 'accept-encoding': encoding } });
    const [packed, plain] = [await ask('gzip'), await ask('identity')];
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('cache-control')).toContain('immutable');
    expect(packed.headers.get('content-type')).toContain('javascript');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await packed.text()).toBe(await plain.text());
  });

  it('lets hashed assets be cached for ever and answers missing ones with 404', async () => {
    const asset = await request(`${server.url}/assets/main-abc123.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await request(`${server.url}/assets/nothing.js`)).status).toBe(404);
    expect(await request(`${server.url}/api/nothing`)).toMatchObject({ status: 404, body: { error: 'not-found' } });
  });

  it('rejects a body that is no JSON or does not match, naming the place', async () => {
    const broken = await fetch(`${server.url}/api/recover`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([broken.status, await broken.json()]).toEqual([400, { error: 'bad-request' }]);
    const wrong = await request(`${server.url}/api/join/${trainer.exercise.pin}`, {
      method: 'POST',
      body: { name: '', language: 'en' },
    });
    expect(wrong).toMatchObject({ status: 400, body: { error: 'bad-request', detail: 'name' } });
  });
});

describe('the trainer', () => {
  it('signs in with the key only, by a cookie that scripts cannot read', async () => {
    const wrong = await request(`${server.url}/api/trainer/sign-in`, { method: 'POST', body: { key: 'AAAAA-AAAAA' } });
    expect(wrong).toMatchObject({ status: 401, body: { error: 'bad-key' } });
    expect((await request(`${server.url}/api/trainer`)).body).toEqual({ signedIn: false });
    const other = await server.trainer();
    expect((await other.asks('/api/trainer')).body).toEqual({ signedIn: true });
    const out = await other.asks('/api/trainer/sign-out', { method: 'POST', body: {} });
    expect(out.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    expect((await other.asks('/api/trainer')).body).toEqual({ signedIn: false });
  });

  it('sees the cases with their findings', async () => {
    const { body } = await trainer.asks<ScenarioCard[]>('/api/scenarios?language=en');
    expect(body).toMatchObject([
      {
        id: 'small-case',
        title: 'Small case',
        lengthMinutes: 45,
        pace: 6,
        roles: [{ role: 'police', min: 1, max: 3 }, {}],
      },
    ]);
    expect(body[0]?.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  it('opens a class with an unambiguous code, a link and a QR code', async () => {
    const card = trainer.exercise;
    expect(card.pin).toHaveLength(6);
    expect(Array.from(card.pin).every((letter) => PIN_ALPHABET.includes(letter))).toBe(true);
    expect(card).toMatchObject({ label: 'Class 7', status: 'lobby', title: 'Small case', pace: 6 });
    // This server listens for its own machine only, so that no phone could use its address.
    expect(card).toMatchObject({ addresses: [], joinUrl: '', qrSvg: '' });
    const { body } = await trainer.asks<WallAnswer>(`/api/wall/${card.exercise}`);
    expect(body).toMatchObject({ card: { pin: card.pin } });
  });

  it('sets the pace of a class when opening it, and StartEx keeps it', async () => {
    const other = await server.trainer();
    const { exercise } = await other.opensClass({ pace: 17 });
    await other.entersRoom();
    await other.does({ type: 'start-exercise' });
    expect((await other.asks<ExerciseCard>(`/api/exercises/${exercise}`)).body).toMatchObject({
      status: 'running',
      pace: 17,
    });
  });

  it('cannot open a missing case', async () => {
    const open = (settings: object) =>
      trainer.asks('/api/exercises', {
        method: 'POST',
        body: { scenario: 'small-case', languages: ['en'], seating: 'choice', ...settings },
      });
    expect(await open({ scenario: 'nothing' })).toMatchObject({ status: 404, body: { error: 'unknown-scenario' } });
    expect(await open({ languages: ['fr'] })).toMatchObject({ status: 400, body: { detail: 'languages' } });
    expect(await open({ without: ['police', 'child-protection'] })).toMatchObject({
      status: 400,
      body: { detail: 'without' },
    });
  });

  it('erases a class with all its data', async () => {
    const other = await server.trainer();
    const { exercise, pin } = await other.opensClass();
    const guest = await TestTrainee.joins(server.url, pin, 'Guest', 'police');
    expect((await other.asks(`/api/exercises/${exercise}`, { method: 'DELETE' })).status).toBe(204);
    expect((await other.asks(`/api/exercises/${exercise}`)).status).toBe(404);
    expect((await guest.asks('/api/seat')).status).toBe(401);
    expect(await server.store.read(exercise, 0)).toEqual([]);
  });
});

describe('a trainee', () => {
  it('sees the content card and the desks before joining', async () => {
    const { body } = await request<JoinCard>(
      `${server.url}/api/join/${trainer.exercise.pin.toLowerCase()}?language=en`,
    );
    expect(body).toMatchObject({
      title: 'Small case',
      seating: 'choice',
      status: 'lobby',
      contentCard: { themes: ['child trafficking'], children: true },
    });
    expect(body.roles.map(({ role, max }) => ({ role, max }))).toEqual([
      { role: 'police', max: 3 },
      { role: 'child-protection', max: 2 },
    ]);
  });

  it('finds the same seat again with the token', async () => {
    const amina = await TestTrainee.joins(server.url, trainer.exercise.pin, 'Amina', 'police');
    const { body } = await amina.asks('/api/seat');
    expect(body).toMatchObject({
      seat: amina.seat,
      role: 'police',
      name: 'Amina',
      language: 'en',
      pin: trainer.exercise.pin,
      status: 'lobby',
    });
    expect((await request(`${server.url}/api/seat`, { headers: { authorization: 'Bearer seat_wrong' } })).status).toBe(
      401,
    );
  });

  it('cannot join a full desk, and no name is stored there', async () => {
    const { pin } = await (await server.trainer()).opensClass();
    await TestTrainee.joins(server.url, pin, 'One', 'child-protection');
    await TestTrainee.joins(server.url, pin, 'Two', 'child-protection');
    const third = await request(`${server.url}/api/join/${pin}`, {
      method: 'POST',
      body: { name: 'Three', language: 'en', role: 'child-protection' },
    });
    expect(third).toMatchObject({ status: 409, body: { error: 'class-full' } });
    const { body } = await request<JoinCard>(`${server.url}/api/join/${pin}`);
    expect((await server.store.participants(body.exercise)).map((person) => person.name)).toEqual(['One', 'Two']);
  });

  it('waits without a desk if the trainer assigns desks', async () => {
    const other = await server.trainer();
    const card = await other.opensClass({ seating: 'trainer' });
    const guest = await TestTrainee.joins(server.url, card.pin, 'Guest', 'police');
    const { body } = await guest.asks<{ role?: string }>('/api/seat');
    expect(body.role).toBeUndefined();
    await other.entersRoom();
    await other.does({ type: 'seat', seat: guest.seat, role: 'police' });
    await guest.sees('the desk', (world) => world.roles.length > 0 || Object.keys(world.seats).length > 0);
    expect((await guest.asks<{ role?: string }>('/api/seat')).body.role).toBe('police');
  });

  it('reads only the cards of what the desk knows, and drawings after the same check', async () => {
    const other = await server.trainer();
    const { pin, exercise } = await other.opensClass();
    const officer = await TestTrainee.joins(server.url, pin, 'Officer', 'police');
    await other.entersRoom();
    await other.does({ type: 'start-exercise' });
    await officer.sees('the tip', (world) => 'tip' in world.items);
    const cards = await officer.reads(
      'item:tip',
      'item:home-address',
      'place:station',
      'place:coach-flat',
      'role:police',
    );
    expect(cards.map((card) => card.id).sort()).toEqual(['item:tip', 'place:station', 'role:police']);
    const art = (hash: string) => officer.asks<string>(`/api/art/${hash}.svg`);
    expect(cards.find((card) => card.id === 'place:station')?.art).toBe(`/api/art/${hashOf(STATION)}.svg`);
    expect(await art(hashOf(STATION))).toMatchObject({ status: 200 });
    expect((await art(hashOf(FLAT))).status).toBe(404);
    expect((await trainer.asks(`/api/art/${hashOf(FLAT)}.svg`)).status).toBe(200);
    expect((await request(`${server.url}/api/art/${hashOf(STATION)}.svg`)).status).toBe(401);
    const view = await other.asks<{ world: { items: object } }>(`/api/exercises/${exercise}/view/police`);
    expect(Object.keys(view.body.world.items)).toEqual(Object.keys(officer.client.world.items));
  });

  it('gets the debrief of the own desk once the exercise has ended', async () => {
    const other = await server.trainer();
    const { pin, exercise } = await other.opensClass();
    const officer = await TestTrainee.joins(server.url, pin, 'Officer', 'police');
    await other.entersRoom();
    await other.does({ type: 'start-exercise' });
    expect((await officer.asks('/api/debrief')).status).toBe(403);
    await other.does({ type: 'end-exercise' });
    expect(await officer.asks('/api/debrief')).toMatchObject({ status: 200, body: { scenario: 'small-case' } });
    expect((await other.asks(`/api/exercises/${exercise}/debrief`)).status).toBe(200);
    const csv = await other.asks<string>(`/api/exercises/${exercise}/debrief.csv`);
    expect(csv.headers.get('content-disposition')).toContain('EXERCISE-small-case');
    expect(csv.body.split('\r\n')[0]).toContain('"EXERCISE","competency","rating"');
    expect(
      (
        await request(`${server.url}/api/join/${pin}`, {
          method: 'POST',
          body: { name: 'Late', language: 'en', role: 'police' },
        })
      ).status,
    ).toBe(410);
  });
});

describe('a class that has ended', () => {
  it('shows the stored debrief everywhere, with its versions', async () => {
    const other = await server.trainer();
    const { pin, exercise } = await other.opensClass();
    const officer = await TestTrainee.joins(server.url, pin, 'Officer', 'police');
    await other.entersRoom();
    await other.does({ type: 'start-exercise' });
    const one = `/api/exercises/${exercise}/debrief`;
    const { body: before } = await other.asks<Debrief>(one);
    const tasks = before.competencies.flatMap((mark) => mark.tasks);
    expect(tasks.length).toBeGreaterThan(0);
    const stored: Debrief = {
      ...before,
      competencies: before.competencies.map((mark) => ({
        ...mark,
        rating: 'S',
        tasks: mark.tasks.map((task) => ({ ...task, result: 'repaired' })),
      })),
    };
    await server.store.keepDebrief(exercise, { rules: 0, rubric: 'of-then', seq: 1, payload: JSON.stringify(stored) });
    expect((await other.asks(one)).body).toEqual(before);
    await other.does({ type: 'end-exercise' });
    expect((await other.asks(one)).body).toEqual(stored);
    expect((await other.asks(`${one}.json`)).body).toEqual({
      exercise: true,
      marked: { rules: 0, rubric: 'of-then' },
      ...stored,
    });
    expect((await other.asks<string>(`${one}.csv`)).body.split('"repaired"')).toHaveLength(tasks.length + 1);
    expect((await officer.asks<Debrief>('/api/debrief')).body.competencies.map((mark) => mark.rating)).toEqual(
      stored.competencies.map((mark) => mark.rating),
    );
  });
});

describe('a played class', () => {
  it('is exported as a playthrough that passes', async () => {
    const other = await server.trainer();
    const card = await other.opensClass({ label: 'Recorded' });
    await other.entersRoom();
    const police = await TestTrainee.joins(server.url, card.pin, 'Amina', 'police');
    await TestTrainee.joins(server.url, card.pin, 'Bilal', 'child-protection');
    await other.does({ type: 'start-exercise' });
    await police.sees('the start', ({ status }) => status === 'running');
    const words = 'A second look: nobody = alone.';
    const acts: AnyCommand[] = [
      { type: 'travel', place: 'bus-park' },
      { type: 'log-decision', text: words, reason: 'It is what the call says.', confidence: 'low' },
      { type: 'send-message', to: ['child-protection'], text: 'Ready?' },
    ];
    for (const body of acts) expect(await police.does(body)).toMatchObject({ ok: true });
    await other.does({ type: 'end-exercise' });
    const { body, headers } = await other.asks<string>(`/api/exercises/${card.exercise}/playthrough.yaml`);
    expect(headers.get('content-disposition')).toContain('EXERCISE-small-case-');
    expect(body).not.toMatch(/^#/);
    expect(body).toContain(words);
    const { playthrough, diagnostics } = parsePlaythrough('recorded.playthrough.yaml', body, aScenario());
    expect(diagnostics).toEqual([]);
    if (!playthrough) throw new Error(body);
    expect(playThrough(aScenario(), playthrough).failure).toBeUndefined();
    expect((await request(`${server.url}/api/exercises/${card.exercise}/playthrough.yaml`)).status).toBe(401);
  });
});

describe('small checks', () => {
  it('no cell of a table is a formula', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['=1+1', 'say "hi"'],
          ['-2', 3],
        ],
      ),
    ).toBe('\uFEFF"a","b"\r\n"\'=1+1","say ""hi"""\r\n"\'-2","3"\r\n');
  });

  it('only pages of this host count as same-origin', () => {
    expect(isSameOrigin(undefined, 'class:2567')).toBe(true);
    expect(isSameOrigin('http://class:2567', 'class:2567')).toBe(true);
    for (const origin of ['http://class:80', 'http://evil', 'null', 'class:2567'])
      expect(isSameOrigin(origin, 'class:2567')).toBe(false);
  });

  it('lists every class with its state', async () => {
    const { body } = await trainer.asks<ExerciseCard[]>('/api/exercises');
    expect(body.find((card) => card.exercise === trainer.exercise.exercise)).toMatchObject({
      pin: trainer.exercise.pin,
      status: 'lobby',
    });
  });
});
