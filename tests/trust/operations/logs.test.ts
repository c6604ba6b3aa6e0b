/** Case 55: the content of a played class's log at its most verbose level, and what it never contains. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JoinAnswer } from '../../../shared/protocol/api.ts';
import { createLog } from '../../../server/host/log.ts';
import { request } from '../../support/http.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { figure } from '../support/scale.ts';

/** Words that only people and secrets have here; the test searches for each as a whole and for its longer parts. */
const NAME = 'Wanjiru Canaryname';
const WORDS = 'canarywords of somebody\n{"level":"fatal","msg":"forged"}';
const LABEL = 'Canarylabel Monday';

let server: ServerProcess;
let log: string;
const secrets = new Map<string, string>();

/** A class with every kind of secret, played at level `trace`; and its whole log. */
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start({ BARAZA_LOG: 'trace', DEBUG: '' });
  const key = server.trainerKey;
  const begins = server.output.length;
  const trainer = await TestTrainer.signsIn(server.url, key);
  const card = await trainer.opensClass({ label: LABEL });
  await trainer.entersRoom();
  const desk = await TestTrainee.joins(server.url, card.pin, NAME, 'police');
  await trainer.does({ type: 'start-exercise' });
  await desk.does({ type: 'send-message', to: ['child-protection'], text: WORDS });
  await desk.does({ type: 'raise-hand', text: WORDS });
  await trainer.does({ type: 'whisper', to: ['police'], text: WORDS });
  const { body: recovery } = await trainer.asks<{ code: string }>(
    `/api/exercises/${card.exercise}/seats/${desk.seat}/code`,
    { method: 'POST', body: {} },
  );
  for (const [what, secret] of [
    ['trainer key', key],
    ['session cookie', trainer.cookie.split('=')[1] ?? ''],
    ['seat token', desk.token],
    ['class code', card.pin],
    ['recovery code', recovery.code],
    ['reconnection token', desk.client.room.reconnectionToken],
    ['session of the room', desk.client.room.sessionId],
    ['name', 'Canaryname'],
    ['first name', 'Wanjiru'],
    ['words', 'canarywords'],
    ['label', 'Canarylabel'],
  ] as const)
    secrets.set(what, secret);
  await goesWrong(key, card.pin, desk, recovery.code);
  await trainer.does({ type: 'end-exercise' });
  await trainer.asks(`/api/exercises/${card.exercise}/debrief.csv`);
  await trainer.asks(`/api/exercises/${card.exercise}`, { method: 'DELETE' });
  await server.end('SIGTERM');
  log = server.output.slice(begins);
}, 60_000);
afterAll(() => server.dispose());

/** Every way in which a secret could get into a log line about an error. */
async function goesWrong(key: string, pin: string, desk: TestTrainee, code: string): Promise<void> {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(`${server.url}${path}`, { method: 'POST', body, headers });
  await post('/api/trainer/sign-in', { key: `${key}${key}` });
  await post('/api/recover', { pin, code: `${code}X` });
  await post('/api/recover', { pin, code });
  await post(`/api/join/${pin}?name=${encodeURIComponent(NAME)}&token=${desk.token}`, {
    name: NAME,
    role: WORDS,
    language: 'en',
  });
  await post('/api/cards', { ids: [WORDS], language: NAME }, { authorization: `Bearer ${desk.token}` });
  await fetch(`${server.url}/api/join/${pin}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"name":"${NAME}","text":"${WORDS}`,
  });
  await fetch(`${server.url}/${pin}/${desk.token}?sessionId=${desk.token}&reconnectionToken=${desk.token}`);
  await fetch(`${server.url}/matchmake/reconnect/${desk.client.room.roomId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reconnectionToken: desk.client.room.reconnectionToken }),
  });
  await fetch(`${server.url}/matchmake/joinById/${desk.token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.token}` },
    body: JSON.stringify({ ticket: desk.token, name: NAME }),
  });
  await desk.client.room.request('command', { id: 'x', body: { type: NAME, text: WORDS } }).catch(() => undefined);
  await desk.client.room.request(NAME, { text: WORDS }).catch(() => undefined);
  await request<JoinAnswer>(`${server.url}/api/seat`, { headers: { authorization: `Bearer ${desk.token}x` } });
}

describe('the log of a played class at its most verbose level', () => {
  it('contains no name, no word, no code, no key and no token', () => {
    const found = [...secrets].filter(([, secret]) => secret !== '' && log.includes(secret));
    expect(found).toEqual([]);
    expect([...secrets.values()].filter((secret) => secret.length < 5)).toEqual([]);
    figure('bytes of log that were searched', log.length);
  });

  it('is one JSON line per event, each with time and level, and nothing else', () => {
    const lines = log.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const read = JSON.parse(line) as Record<string, unknown>;
      expect(read).toMatchObject({
        level: expect.stringMatching(/^[a-z]+$/),
        time: expect.stringMatching(/^\d{4}-.*Z$/),
      });
      expect(read['level']).not.toBe('fatal');
    }
    expect(log).not.toContain('\u001b[');
  });

  it('lists acts by route, not by address, so that an operator can follow it', () => {
    const told = log
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told).toContainEqual(expect.objectContaining({ route: '/api/join/:pin', method: 'POST', status: 400 }));
    expect(told).toContainEqual(expect.objectContaining({ route: '/api/exercises', method: 'POST', status: 201 }));
    expect(told).toContainEqual(expect.objectContaining({ route: '/api/trainer/sign-in', status: 401 }));
    expect(told).toContainEqual(expect.objectContaining({ msg: 'a wrong trainer key' }));
  });
});

describe('an unexpected error', () => {
  it('ends the process with one line that has its place, and nothing of the data', {
    timeout: 60_000,
  }, async () => {
    const other = await ServerProcess.prepare();
    const breaks = `process.on('SIGUSR2', () => { throw Object.assign(new Error('it broke'), { name: '${NAME}', body: '${NAME}' }); });`;
    try {
      const preload = join(other.folder, 'breaks.mjs');
      writeFileSync(preload, breaks);
      await other.start({}, { node: ['--import', pathToFileURL(preload).href] });
      const begins = other.output.length;
      expect(await other.end('SIGUSR2')).toBe(1);
      const lines = other.output.slice(begins).trim().split('\n');
      expect(lines).toHaveLength(1);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'fatal', err: { message: 'it broke' } });
      expect(lines[0]).not.toContain('Canaryname');
    } finally {
      await other.dispose();
    }
  });
});

describe('the log writer', () => {
  const written = (write: (log: ReturnType<typeof createLog>) => void): string => {
    const lines: string[] = [];
    write(createLog('trace', { write: (line) => void lines.push(line) }));
    return lines.join('');
  };
  const CANARY = 'Canaryname Wanjiru';

  it('hides values under unknown names, at any depth, in lists, as keys, in bytes', () => {
    const text = written((log) => {
      log.info({ name: CANARY, participant: { called: [CANARY, { by: { text: CANARY } }] }, [CANARY]: 1 }, 'joined');
      log.info({ headers: { cookie: CANARY, authorization: CANARY, 'x-anything': CANARY } }, 'asked');
      log.info({ pin: CANARY, key: CANARY, token: CANARY, ticket: CANARY, bytes: Buffer.from(CANARY) }, 'opened');
      log.info({ exercise: { name: CANARY }, seat: 'seat-1' }, 'kept');
    });
    expect(text).not.toContain('Canaryname');
    expect(text).toContain('"seat":"seat-1"');
    expect(text.trim().split('\n')).toHaveLength(4);
  });

  it('writes place and reason of an error, and nothing of the data', () => {
    const parsed = (() => {
      try {
        return JSON.parse(`{"name":"${CANARY}", ${CANARY}`) as unknown;
      } catch (error) {
        return error;
      }
    })();
    const nested = Object.assign(
      new Error('it broke', { cause: Object.assign(new Error('below'), { row: { name: CANARY } }) }),
      {
        body: { text: CANARY },
        params: [CANARY],
        code: 'SQLITE_FULL',
      },
    );
    const quoting = new Error(`no such person "${CANARY}", nor “${CANARY}”`);
    const text = written((log) => {
      for (const err of [parsed, nested, quoting]) log.error({ err }, 'failed');
      log.error(nested);
      log.error(nested, `with seat_abcdefghijklmnop and Bearer ${CANARY.replace(' ', '')}`);
    });
    expect(text).not.toContain('Canaryname');
    expect(text).not.toContain('abcdefghijklmnop');
    expect(text).toContain('SQLITE_FULL');
    expect(text).toContain('logs.test.ts');
  });

  it('removes tokens, keys, codes and queries from any sentence', () => {
    const text = written((log) => {
      log.warn('GET /room?sessionId=CANARY01&reconnectionToken=CANARY02 failed');
      log.warn('a ticket_CANARY03xyz, a session_CANARY04xyz, AB2CD-EF3GH-JK4LM-NP5QR');
      log.warn('POST /api/join/CANARY05 with Cookie: baraza_session=CANARY06; more');
      log.warn({ where: '/x?token=CANARY07', error: 'Authorization: Bearer CANARY08' }, 'x');
    });
    expect(text).not.toMatch(/CANARY0\d|AB2CD/);
  });

  it('writes one line for any content, and accepts cyclic values', () => {
    const round: Record<string, unknown> = { exercise: 'a\nb\r\n{"level":"fatal"}' };
    round['self'] = round;
    const text = written((log) => log.warn(round, 'with\na break'));
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ level: 'warn' });
  });

  it('writes nothing below the configured level', () => {
    const lines: string[] = [];
    const quiet = createLog('warn', { write: (line) => void lines.push(line) });
    quiet.info('a request was answered');
    quiet.warn('a wrong trainer key');
    expect(lines).toHaveLength(1);
  });
});
