/** The routes for operators: liveness, readiness and metrics. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';

const TOKEN = 'figures-0123456789abcdef';
const bearer = { authorization: `Bearer ${TOKEN}` };

let server: ServerProcess;
let trainer: TestTrainer;
let desk: TestTrainee;
let pin: string;
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start({ BARAZA_METRICS_TOKEN: TOKEN });
  trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  const card = await trainer.opensClass({ label: 'Canarylabel' });
  pin = card.pin;
  await trainer.entersRoom();
  desk = await TestTrainee.joins(server.url, pin, 'Canaryname', 'police');
  await trainer.does({ type: 'start-exercise' });
  await desk.does({ type: 'raise-hand', text: 'Canarywords' });
  await desk.does({ type: 'travel', place: 'no-such-place' });
});
afterAll(() => server.dispose());

/** A request like a proxy's or a browser's: with any `Host` and any other headers. */
function asks(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: server.port, path, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    })
      .on('error', reject)
      .end();
  });
}

/** The value of one line of the metrics. */
async function figureOf(line: string): Promise<number> {
  const { body } = await request<string>(`${server.url}/metrics`, { headers: bearer });
  const found = body.split('\n').find((one) => one.startsWith(`${line} `));
  return Number(found?.split(' ').at(-1) ?? Number.NaN);
}

describe('the metrics', () => {
  it('count classes, seats, commands by type and answer, commits, frames and restores', async () => {
    expect(await figureOf('baraza_exercises{status="running"}')).toBe(1);
    expect(await figureOf('baraza_seats{presence="connected"}')).toBe(1);
    expect(await figureOf('baraza_commands_total{type="raise-hand",answer="ok"}')).toBe(1);
    const before = await figureOf('baraza_commit_seconds_count');
    const frames = await figureOf('baraza_frames_sent_total');
    await desk.does({ type: 'raise-hand', text: 'Canarywords' });
    expect(await figureOf('baraza_commands_total{type="raise-hand",answer="ok"}')).toBe(2);
    expect(await figureOf('baraza_commit_seconds_count')).toBeGreaterThan(before);
    expect(await figureOf('baraza_frames_sent_total')).toBeGreaterThan(frames);
    expect(await figureOf('baraza_frame_bytes_sent_total')).toBeGreaterThan(100);
    expect(await figureOf('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(await figureOf('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  });

  it('name no person, no class, no word and no part of the case', async () => {
    const { body } = await request<string>(`${server.url}/metrics`, { headers: bearer });
    const secrets = [
      'Canary',
      pin,
      desk.seat,
      desk.token,
      'small-case',
      'no-such-place',
      'police',
      trainer.exercise.exercise,
    ];
    expect(secrets.filter((secret) => body.includes(secret))).toEqual([]);
  });

  it('are served to the bearer of the token, and without a token to this machine only', async () => {
    const host = `127.0.0.1:${server.port}`;
    const cases: [what: string, headers: Record<string, string>, status: number][] = [
      ['the token', { host, ...bearer }, 200],
      ['the token under another name', { host: '192.168.7.7', ...bearer }, 200],
      ['this machine, directly', { host }, 200],
      ['a wrong token, even from here', { host, authorization: 'Bearer figures-0123456789abcdee' }, 401],
      ['this machine, forwarded by a proxy on it', { host, 'x-forwarded-for': '203.0.113.9' }, 401],
      ['the same in the newer words', { host, forwarded: 'for=203.0.113.9' }, 401],
      ['the same with another header', { host, 'x-real-ip': '127.0.0.1' }, 401],
      ['a proxy that keeps the name it was asked by', { host: '192.168.7.7' }, 401],
      ['a page that had its own name lead here', { host: 'localhost.example' }, 421],
    ];
    for (const [what, headers, status] of cases)
      expect([what, await asks('/metrics', headers)]).toEqual([what, status]);
  });

  it('require the token from every caller if a proxy is trusted', async () => {
    await server.end('SIGTERM');
    await server.start({ BARAZA_METRICS_TOKEN: TOKEN, BARAZA_TRUST_PROXY: 'loopback' });
    const host = `127.0.0.1:${server.port}`;
    expect(await asks('/metrics', { host })).toBe(401);
    expect(await asks('/metrics', { host, ...bearer })).toBe(200);
    expect(await figureOf('baraza_restores_total{outcome="ok"}')).toBe(1);
    expect(await figureOf('baraza_restore_seconds')).toBeGreaterThan(0);
  });

  it('with a weak token prevent the start, in one line', async () => {
    await server.end('SIGTERM');
    const child = server.spawn({ BARAZA_METRICS_TOKEN: 'short' });
    await eventually(
      () => child.exitCode,
      (code) => code !== null,
      'the end',
      30_000,
    );
    expect([child.exitCode, server.output.trim().split('\n').length]).toEqual([78, 1]);
    expect(server.output).toContain('BARAZA_METRICS_TOKEN');
    await server.start({ BARAZA_METRICS_TOKEN: TOKEN });
  });
});

describe('the health checks', () => {
  const readyz = () => request<{ ready: boolean; because?: string }>(`${server.url}/readyz`);

  it('are both positive while all is well, for any caller, with no further content', async () => {
    expect((await request(`${server.url}/healthz`)).body).toEqual({ ok: true, server: 'baraza' });
    expect(await readyz()).toMatchObject({ status: 200, body: { ready: true } });
  });

  it('report “database” while another program holds it, stay alive, and become ready again', async () => {
    const other = new Database(join(server.dataFolder, 'baraza.db'));
    other.exec('BEGIN IMMEDIATE');
    try {
      await readyUntil(503);
      expect((await readyz()).body.because).toBe('database');
      expect((await request(`${server.url}/healthz`)).status).toBe(200);
    } finally {
      other.exec('ROLLBACK');
      other.close();
    }
    await readyUntil(200);
  });

  it('report “disk” while the data folder is not writable, and become ready again', async () => {
    const takes = (yes: boolean) =>
      process.getuid?.() === 0
        ? spawnSync('chattr', [yes ? '-i' : '+i', server.dataFolder]).status === 0
        : (chmodSync(server.dataFolder, yes ? 0o700 : 0o500), true);
    if (!takes(false)) {
      // This file system has no read-only flag, and root may write everywhere: a folder in the way has the same effect.
      const { mkdirSync, rmSync } = await import('node:fs');
      mkdirSync(join(server.dataFolder, '.ready-probe', 'in-the-way'), { recursive: true });
      await readyUntil(503);
      expect((await readyz()).body.because).toBe('disk');
      rmSync(join(server.dataFolder, '.ready-probe'), { recursive: true });
    } else {
      await readyUntil(503);
      expect((await readyz()).body.because).toBe('disk');
      takes(true);
    }
    await readyUntil(200);
    expect(readdirSync(server.dataFolder)).not.toContain('.ready-probe');
  });

  /** The answer is cached for a moment, so that requests cannot wear out the disk. */
  async function readyUntil(status: number): Promise<void> {
    let seen = 0;
    const until = { over: false };
    void (async () => {
      while (!until.over) {
        seen = (await readyz()).status;
        await new Promise((wait) => setTimeout(wait, 200));
      }
    })();
    await eventually(
      () => seen,
      (now) => now === status,
      `/readyz ${status}`,
      30_000,
    );
    until.over = true;
  }
});
