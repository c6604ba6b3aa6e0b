/** Cases 7, 8 and 19: a handler throws, a case loops, stored data can no longer be played. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExerciseCard, UnopenedCard } from '../../../shared/protocol/api.ts';
import { aCase, type Change } from '../../support/a-scenario.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { Ledger, readKept } from '../support/ledger.ts';
import {
  classOf,
  codeOf,
  comesBack,
  consoleOf,
  type PlayedClass,
  playedClass,
  senders,
  speaks,
  standsBecause,
} from '../support/two-classes.ts';

/** Five minutes after the start, two states lead to each other without end. */
const circling: Change = (draft) => {
  draft.id = 'circle-case';
  const next = (target: string) => ({ after: { '0m': [{ target }] } });
  const wait = { after: { '5m': [{ target: 'tick' }] } };
  draft.statecharts['circle'] = { initial: 'wait', states: { wait, tick: next('tock'), tock: next('tick') } };
  // Two more trigger each other at once when the press calls.
  const press = draft.injects['press-call'];
  if (press) press.does = [{ send: 'round' }];
  const calls = (target: string) => ({ entry: [{ send: 'round' }], on: { round: [{ target }] } });
  const rests = { on: { round: [{ target: 'ping' }] } };
  draft.statecharts['calls'] = { initial: 'rests', states: { rests, ping: calls('pong'), pong: calls('ping') } };
};

describe('a handler that throws', () => {
  let server: TestServer;
  let struck: PlayedClass;
  let bystander: PlayedClass;
  const ledger = new Ledger();
  beforeAll(async () => {
    server = await startTestServer();
    struck = await classOf(server.url, await server.trainer(), 'Struck');
    bystander = await classOf(server.url, await server.trainer(), 'Bystander');
  });
  afterAll(() => server.stop());

  const bothLive = async (): Promise<void> => {
    for (const one of [struck, bystander]) expect(await speaks(ledger, one)).toMatchObject({ ok: true });
    expect([struck, bystander].map(({ police }) => police.client.closedWith)).toEqual([undefined, undefined]);
    expect([struck, bystander].flatMap(({ police }) => police.client.disorder)).toEqual([]);
  };
  const live = () => {
    const open = server.server.exercises.get(struck.card.exercise);
    if (!open) throw new Error('the class is not open');
    return open;
  };

  it.each([
    [
      'at once',
      () => {
        throw new Error('boom');
      },
    ],
    ['later', () => Promise.reject(new Error('boom'))],
  ])('%s: only that act is rejected, with an incident number, and every client plays on', async (_when, boom) => {
    const exercise = live().live;
    const submit = exercise.submit.bind(exercise);
    exercise.submit = (from, id, body, participant) =>
      body.type === 'raise-hand' ? boom() : submit(from, id, body, participant);
    await ledger.send(senders(struck).child, { type: 'raise-hand', text: ledger.mark() });
    const refused = ledger.entries.at(-1);
    exercise.submit = submit;
    expect(codeOf(refused)).toBe('internal');
    expect(refused?.failures[0]).toMatchObject({ reason: { detail: expect.stringMatching(/^[\w-]{6,}$/) as string } });
    await bothLive();
    expect(refused && (await ledger.resend(refused))).toMatchObject({ ok: true });
  });

  it('while a person joins rejects that person, who can join later', async () => {
    const { seating } = live();
    const setPresence = seating.setPresence.bind(seating);
    seating.setPresence = (seat, change) => {
      if (change.connected) throw new Error('boom');
      setPresence(seat, change);
    };
    const late = TestTrainee.joins(server.url, struck.card.pin, 'Zawadi', 'police');
    await late.catch(() => undefined);
    await bothLive();
    seating.setPresence = setPresence;
    const again = await TestTrainee.joins(server.url, struck.card.pin, 'Zawadi', 'child-protection');
    expect(await again.does({ type: 'raise-hand' })).toMatchObject({ ok: true });
  });

  it('in a listener: the act is acknowledged, and all other clients get it', async () => {
    const unlisten = live().live.listen({
      batches: () => {
        throw new Error('boom');
      },
      changed: () => {
        throw new Error('boom');
      },
    });
    const text = ledger.mark();
    expect(
      await ledger.send(senders(struck).police, { type: 'send-message', to: ['child-protection'], text }),
    ).toMatchObject({ ok: true });
    await bothLive();
    unlisten();
  });
});

describe('a case that loops', () => {
  let server: ServerProcess;
  let round: PlayedClass;
  let bystander: PlayedClass;
  let key: string;
  const ledger = new Ledger();
  beforeAll(async () => {
    server = await ServerProcess.prepare();
    const folder = join(server.folder, 'scenarios', 'circle-case');
    mkdirSync(folder);
    writeFileSync(join(folder, 'scenario.yaml'), aCase(circling)['scenario.yaml'] ?? '');
    await server.start();
    key = server.trainerKey;
    bystander = await playedClass(server.url, key, 'Bystander');
    round = await playedClass(server.url, key, 'Round', 'circle-case');
  });
  afterAll(() => server.dispose());

  it.each([
    ['at once', () => ({ type: 'fire-inject' as const, inject: 'press-call' })],
    ['on the way of a jump', (now: number) => ({ type: 'skip-to' as const, to: now + 3_600_000 })],
  ])('during a command (%s) is halted the same way, shows the same reason, and plays on', async (_when, command) => {
    const one = await playedClass(server.url, key, 'Command', 'circle-case');
    await ledger.send(senders(one).trainer, command(one.trainer.client.world.now));
    expect(codeOf(ledger.entries.at(-1))).toBe('internal');
    expect((await consoleOf(one)).standstill).toEqual({ reason: 'circles', over: false });
    await one.police.seesPublic('the pause', ({ status }) => status === 'paused');
    const id = one.card.exercise;
    expect(readKept(server.dataFolder).events.get(id)?.at(-1)?.type).toBe('exercise-paused');
    expect(await one.trainer.does({ type: 'resume' })).toMatchObject({ ok: true });
    expect((await consoleOf(one)).standstill).toBeUndefined();
    expect(await speaks(ledger, one)).toMatchObject({ ok: true });
    expect(await speaks(ledger, bystander)).toMatchObject({ ok: true });
    expect(await one.trainer.does({ type: 'end-exercise' })).toMatchObject({ ok: true });
    expect(ledger.against(readKept(server.dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
  });

  it('is halted and shown to its trainer; after a kill and a restart it opens, and can be ended', async () => {
    await round.trainer.does({ type: 'set-pace', pace: 1440 });
    await standsBecause(round, 'circles', false);
    await round.police.seesPublic('the pause', ({ status }) => status === 'paused');
    expect(await speaks(ledger, bystander)).toMatchObject({ ok: true });
    await server.end('SIGKILL');
    await server.start();
    await comesBack(round);
    await comesBack(bystander);
    // When resumed it loops again: a class never ends by itself.
    await round.trainer.does({ type: 'resume' });
    await standsBecause(round, 'circles', false);
    expect(await round.trainer.does({ type: 'end-exercise' })).toMatchObject({ ok: true });
    expect((await round.trainer.asks(`/api/exercises/${round.card.exercise}/debrief`)).status).toBe(200);
  });

  it('opens again even if it was killed before its pause was stored', async () => {
    const again = await playedClass(server.url, key, 'Again', 'circle-case');
    const id = again.card.exercise;
    await server.end('SIGKILL');
    // The disk at the moment when the timer is due and nothing of it is stored.
    const database = new Database(join(server.dataFolder, 'baraza.db'));
    database.prepare('UPDATE exercises SET clock = clock + 3600000 WHERE id = ?').run([id]);
    database.close();
    expect(
      readKept(server.dataFolder)
        .events.get(id)
        ?.some(({ type }) => type === 'exercise-paused'),
    ).toBe(false);
    await server.start();
    await comesBack(again);
    expect(again.trainer.client.public.status).toBe('paused');
    expect((await consoleOf(again)).standstill).toEqual({ reason: 'circles', over: false });
    expect(await again.trainer.does({ type: 'end-exercise' })).toMatchObject({ ok: true });
  });

  it('a later change of a case by its author does not affect a started class', async () => {
    await comesBack(bystander);
    const file = join(server.folder, 'scenarios', 'small-case', 'scenario.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('title: Small case', 'title: Other case').replaceAll('A tip', 'Another tip'));
    await server.end('SIGKILL');
    await server.start();
    await comesBack(bystander);
    expect((await bystander.police.reads('item:tip'))[0]?.title).toBe('A tip');
    const { body } = await bystander.trainer.asks<ExerciseCard>(`/api/exercises/${bystander.card.exercise}`);
    expect(body.title).toBe('Small case');
    const fresh = await bystander.trainer.asks<{ title: string }[]>('/api/scenarios');
    expect(fresh.body.map(({ title }) => title)).toContain('Other case');
    writeFileSync(file, before);
  });

  it.each([
    [
      'a case that can no longer be read: listed with the reason, saved, erased',
      (yaml: string) => yaml.replace('length: 45m', 'length: 45m\nobjectives-of-yore: []'),
      'unopened',
    ],
    [
      'a case that can be read is played on, whatever a check of today finds',
      (yaml: string) => yaml.replace(/shows:\n(\s+)- coach-flat/, 'shows:\n$1- no-such-place'),
      'open',
    ],
  ])('an older class opens after an upgrade: %s', async (_what, change, expected) => {
    const kept = await playedClass(server.url, key, 'Of an older release');
    await ledger.send(senders(kept).police, { type: 'raise-hand', text: ledger.mark() });
    const id = kept.card.exercise;
    await server.end('SIGTERM');
    changeSources(id, change);
    await server.start();
    const { trainer } = kept;
    const { body: unopened } = await trainer.asks<UnopenedCard[]>('/api/unopened');
    const listed = unopened.find(({ exercise }) => exercise === id);
    if (expected === 'open') {
      expect(listed).toBeUndefined();
      await comesBack(kept);
      return;
    }
    expect(listed).toMatchObject({
      label: 'Of an older release',
      why: expect.stringContaining('scenario.yaml') as string,
    });
    const { body: saved, headers } = await trainer.asks<{ events: unknown[]; damaged: number[]; commands: unknown[] }>(
      `/api/unopened/${id}/record.json`,
    );
    expect(headers.get('content-disposition')).toContain('EXERCISE-');
    expect(saved.events).toHaveLength(readKept(server.dataFolder).events.get(id)?.length ?? -1);
    expect((await trainer.asks(`/api/exercises/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await trainer.asks<UnopenedCard[]>('/api/unopened')).body).toEqual([]);
    expect(readKept(server.dataFolder).events.has(id)).toBe(false);
    await comesBack(bystander);
    await bystander.trainer.does({ type: 'resume' });
    expect(await speaks(ledger, bystander)).toMatchObject({ ok: true });
  });

  /** Changes the sources of one class, as an older release might have stored them. */
  function changeSources(exercise: string, change: (yaml: string) => string): void {
    const database = new Database(join(server.dataFolder, 'baraza.db'));
    const { hash } = database.prepare('SELECT hash FROM exercises WHERE id = ?').get([exercise]) as { hash: string };
    const { files } = database.prepare('SELECT files FROM scenario_sources WHERE hash = ?').get([hash]) as {
      files: string;
    };
    const sources = JSON.parse(files) as Record<string, string>;
    const changed = change(sources['scenario.yaml'] ?? '');
    expect(changed).not.toBe(sources['scenario.yaml']);
    const text = JSON.stringify({ ...sources, 'scenario.yaml': changed });
    const old = `${exercise}${hash}`.slice(0, hash.length);
    database.prepare('INSERT INTO scenario_sources (hash, files, sum) VALUES (?, ?, ?)').run([old, text, crc32(text)]);
    database.prepare('UPDATE exercises SET hash = ? WHERE id = ?').run([old, exercise]);
    database.close();
  }
});
