/** An author's preview: real clients play, a file is saved, and the play continues or names the step that fails. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from '../../server/preview/preview.ts';
import { type RunningPreview, startPreview } from '../../server/preview/start-preview.ts';
import { noOverrides } from '../../shared/preview/overrides.ts';
import { KEY_HEADER, PREVIEW_API, type PreviewStatus, type SourceAnswer } from '../../shared/preview/wire.ts';
import { MINUTE } from '../../shared/time.ts';
import { eventually } from '../support/eventually.ts';
import { request } from '../support/http.ts';
import { TestClient } from '../support/test-client.ts';
import { startTestServer } from '../support/test-server.ts';
import { FIXTURES } from '../scenario/fixtures.ts';

let root: string;
let folder: string;
let running: RunningPreview;
let preview: Preview;
let origin: string;
let key: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'baraza-cases-'));
  folder = join(root, 'smallest');
  await cp(join(FIXTURES, 'smallest'), folder, { recursive: true });
  const started = await startPreview({ folder, port: 0 });
  if ('findings' in started) throw new Error(JSON.stringify(started.findings));
  running = started;
  ({ preview } = started);
  const address = new URL(started.address);
  [origin, key] = [address.origin, address.hash.slice(1)];
});

afterEach(async () => {
  await running.stop();
  await rm(root, { recursive: true });
});

async function deskOf(role: string): Promise<TestClient> {
  const token = (await preview.status()).desks.find((desk) => desk.role === role)?.token ?? '';
  const client = new TestClient(origin, preview.open.live.id);
  await client.enter({ token });
  return client;
}

/** Waits until the status that the page receives is as expected. */
async function until(what: string, holds: (status: PreviewStatus) => boolean): Promise<PreviewStatus> {
  let latest = await preview.status();
  const stop = preview.listen(() => void preview.status().then((status) => (latest = status)));
  try {
    return await eventually(() => latest, holds, what);
  } finally {
    stop();
  }
}

async function save(change: (text: string) => string): Promise<void> {
  const file = join(folder, 'scenario.yaml');
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** The police travel to the bus park, the clock is advanced, and they search. */
async function walk(): Promise<TestClient> {
  const police = await deskOf('police');
  expect(await police.command({ type: 'travel', place: 'bus-park' })).toMatchObject({ ok: true });
  await preview.moveClock({ plus: 20 * MINUTE });
  expect(await police.command({ type: 'search' })).toMatchObject({ ok: true });
  await preview.moveClock({ plus: 10 * MINUTE });
  return police;
}

it('an author may send every trainer command, including the end', async () => {
  const act = async (body: unknown) =>
    (
      await request(`${origin}${PREVIEW_API}/act`, {
        method: 'POST',
        body: { body },
        headers: { [KEY_HEADER]: key },
      })
    ).body;
  for (const body of [
    { type: 'take-note', text: 'Too slow.' },
    { type: 'whisper', to: ['police'], text: 'Go.' },
  ])
    expect(await act(body), body.type).toEqual({ ok: true });
  expect(await act({ type: 'end-exercise' })).toEqual({ ok: true });
});

describe('a preview', () => {
  it('stops the clock until the author moves it, and accepts commands meanwhile', async () => {
    const police = await deskOf('police');
    const { clock } = await preview.status();
    expect(clock).toMatchObject({ at: clock.starts, speed: 0, pace: 6 });
    expect(police.public).toMatchObject({ status: 'running', pace: 0 });
    await police.command({ type: 'travel', place: 'bus-park' });
    await preview.moveClock({ next: true });
    expect((await preview.status()).clock.at).toBe(clock.starts + 10 * MINUTE);
    await eventually(
      () => police.world.seats['police-1']?.at,
      (at) => at === 'bus-park',
      'the police at the bus park',
    );
    expect(await preview.moveClock({ to: 'day 1 08:00' })).toBe(false);
    expect(await preview.moveClock({ to: 'soon' })).toBe(false);
    expect(await preview.moveClock({ to: 'day 1 09:00' })).toBe(true);
  });

  it('replays the commands after a save; the desks get the same seats and knowledge', async () => {
    const police = await walk();
    const before = await preview.status();
    await save((text) => text.replace('title: A bus ticket', 'title: A paper ticket'));
    const after = await until('the new version', ({ version }) => version > before.version);
    expect(after).toMatchObject({ stale: false, pending: [], clock: { at: before.clock.at } });
    expect(after.steps).toEqual(before.steps);
    expect(after.desks).toEqual(before.desks);
    await eventually(
      () => police.closedWith,
      (code) => code !== undefined,
      'the end of the old room',
    );
    const back = await deskOf('police');
    expect(Object.keys(back.world.items)).toContain('ticket');
    expect(await back.command({ type: 'take-item', item: 'ticket', basis: 'duty-by-law' })).toMatchObject({
      ok: true,
    });
    expect(
      await back.command({ type: 'log-decision', text: 'We hold it.', reason: 'It perishes.', confidence: 'high' }),
    ).toMatchObject({ ok: true });
    // Recorded steps, replayed and new ones, form one passing playthrough.
    const saved = await preview.save({ name: 'a-walk', title: 'A walk', marks: true, replace: false });
    expect(saved).toEqual({ ok: true, file: 'a-walk.playthrough.yaml', steps: 4 });
    const text = await readFile(join(folder, 'a-walk.playthrough.yaml'), 'utf8');
    expect(text).toContain('  - {at: day 1 08:20, who: police, do: search}');
    expect(text).toContain('text: We hold it.');
    expect(await preview.save({ name: 'a-walk', title: 'A walk', marks: true, replace: false })).toEqual({
      ok: false,
      reason: 'exists',
    });
  });

  it('continues with the previous version while the file has errors, and shows them', async () => {
    const before = await preview.status();
    await save((text) => text.replace('open: {on: {received: safe}}', 'open: {on: {received: saved}}'));
    const stale = await until('the error', (status) => status.stale);
    expect(stale.version).toBe(before.version);
    expect(stale.findings.map(({ code }) => code)).toContain('UNKNOWN_STATE');
    const police = await deskOf('police');
    expect(await police.command({ type: 'travel', place: 'bus-park' })).toMatchObject({ ok: true });
    await save((text) => text.replace('received: saved', 'received: safe'));
    const mended = await until('the mended file', (status) => !status.stale);
    expect(mended.steps).toHaveLength(1);
  });

  it('names the step that fails, keeps the rest, and replays it once the case allows it again', async () => {
    await walk();
    await save((text) => text.replaceAll('bus-park', 'bus-stand'));
    const stopped = await until('the stop', ({ stop }) => stop !== undefined);
    expect(stopped.stop).toMatchObject({ step: 0, rejection: { code: 'unknown-id' }, strange: [{ id: 'bus-park' }] });
    expect([stopped.steps.length, stopped.pending.length]).toEqual([0, 2]);
    await save((text) => text.replaceAll('bus-stand', 'bus-park'));
    const again = await until('the replay', ({ stop, pending }) => stop === undefined && pending.length === 0);
    expect(again.steps.map((step) => step.do)).toEqual(['travel', 'search']);
  });

  it('lets the author skip a step, or drop the rest', async () => {
    await walk();
    await save((text) => text.replaceAll('bus-park', 'bus-stand'));
    await until('the stop', ({ stop }) => stop !== undefined);
    await preview.settlePending('skip');
    const skipped = await preview.status();
    expect(skipped.steps.map((step) => step.do)).toEqual(['search']);
    expect(skipped.pending).toEqual([]);
    await preview.startFrom(noOverrides);
    expect((await preview.status()).steps).toEqual([]);
  });

  it('starts at the author’s moment, and then saves no playthrough', async () => {
    await preview.startFrom({
      ...noOverrides,
      states: { case: 'safe' },
      items: [{ role: 'children', item: 'ticket' }],
    });
    const status = await preview.status();
    expect(status.active).toEqual(['case.safe']);
    const children = await deskOf('children');
    expect(Object.keys(children.world.items)).toContain('ticket');
    expect(await preview.save({ name: 'x', title: 'X', marks: false, replace: false })).toEqual({
      ok: false,
      reason: 'overrides',
    });
  });
});

describe('the routes of a preview', () => {
  const asks = (path: string, headers: Record<string, string> = {}) =>
    request<SourceAnswer>(`${origin}/api/preview/${path}`, { headers });

  it('require its key, and serve only files of the case', async () => {
    expect((await asks('graph')).status).toBe(403);
    expect((await asks('graph', { [KEY_HEADER]: 'x'.repeat(key.length) })).status).toBe(403);
    expect((await asks('graph', { [KEY_HEADER]: key })).status).toBe(200);
    const source = await asks('source?file=scenario.yaml', { [KEY_HEADER]: key });
    expect(source.body.marks.map(({ id }) => id)).toContain('case.open');
    for (const file of ['../../package.json', '/etc/hostname', 'no-such.yaml'])
      expect((await asks(`source?file=${encodeURIComponent(file)}`, { [KEY_HEADER]: key })).status).toBe(404);
    const page = await fetch(`${origin}/healthz`);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });

  it('do not exist on an ordinary server, whose pages cannot be framed', async () => {
    const server = await startTestServer();
    try {
      const answer = await fetch(`${server.url}/api/preview/graph`);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    } finally {
      await server.stop();
    }
  });
});
