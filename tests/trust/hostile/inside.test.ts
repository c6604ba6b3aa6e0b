/** Cases 53 and 55 of the faults and attacks: prototype pollution, and forged or leaking log lines. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { request } from '../../support/http.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { type Arena, openArena } from './support/arena.ts';
import { rawClient, sendBytes } from './support/raw.ts';

/** Runs in the server: checks continuously whether Object.prototype has a new field. */
const WATCH = `
const { writeFileSync } = require('node:fs');
const own = new Set([Object, Array, String, Function, Map].flatMap((kind) => Reflect.ownKeys(kind.prototype)));
const look = () => {
  const found = [Object, Array, String, Function, Map].flatMap((kind) =>
    Reflect.ownKeys(kind.prototype).filter((key) => !own.has(key)).map(String));
  writeFileSync(process.env.WATCHED, JSON.stringify({ found, x: ({}).x, polluted: ({}).polluted, at: Date.now() }));
};
setTimeout(() => {
  for (const kind of [Object, Array, String, Function, Map]) for (const key of Reflect.ownKeys(kind.prototype)) own.add(key);
  setInterval(look, 100).unref();
}, 300).unref();
`;
const NAMES = [
  'two\nlines',
  '\u001B[2J\u001B[31mred',
  '{"level":"fatal","msg":"forged"}',
  '\r\nX-Injected: 1',
  '\u2028\u2029',
  '<script>',
  '%s%d%n',
];

let arena: Arena;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-watched-'));
  writeFileSync(join(folder, 'watch.cjs'), WATCH);
  arena = await openArena({
    env: { WATCHED: join(folder, 'seen.json'), BARAZA_LOG: 'trace' },
    node: ['--require', join(folder, 'watch.cjs')],
  });
});
afterAll(async () => {
  await arena.close();
  rmSync(folder, { recursive: true });
});

/** The findings of the watch after now. */
async function seen(): Promise<{ found: string[]; polluted?: unknown; x?: unknown }> {
  const since = Date.now();
  for (;;) {
    const told = JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8') || '{"at":0}') as {
      at: number;
      found: string[];
    };
    if (told.at > since) return told;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const POISON = '{"__proto__":{"polluted":true,"x":1},"constructor":{"prototype":{"polluted":true,"x":1}}}';

it('no body, address, message or file pollutes the object prototype', async () => {
  for (const path of [
    '/api/cards',
    '/api/recover',
    `/api/join/${arena.pin}`,
    '/api/exercises',
    '/matchmake/joinById/x',
  ])
    await fetch(`${arena.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: arena.trainer.cookie },
      body: POISON,
    });
  for (const query of [
    '__proto__[polluted]=1',
    'constructor[prototype][x]=1',
    '__proto__.x=1',
    'language[__proto__]=x',
  ])
    await request(`${arena.url}/api/scenarios?${query}`, { headers: { cookie: arena.trainer.cookie } });
  const mallory = await arena.intruder();
  for (const type of ['command', 'resume', 'ready', 'step-out'])
    await mallory.client.room.request(type, JSON.parse(POISON) as never).catch(() => undefined);
  const socket = await rawClient(arena.url, arena.room, mallory.token);
  // {"__proto__": {"x": 1}} in msgpack, which our encoder never writes
  socket.send(
    Buffer.concat([
      Buffer.from([13, 0xa5]),
      Buffer.from('ready'),
      Buffer.from([0x81, 0xa9]),
      Buffer.from('__proto__'),
      Buffer.from([0x81, 0xa1, 0x78, 0x01]),
    ]),
  );
  socket.terminate();
  expect(await seen()).toEqual({ found: [], at: expect.any(Number) as number });
});

it('a log line is one line of JSON without people’s words, for any name and text', async () => {
  for (const name of NAMES) {
    const answer = await TestTrainee.joins(arena.url, arena.pin, name).catch((error: Error) => error);
    if (answer instanceof TestTrainee) await answer.does({ type: 'raise-hand', text: `CANARY ${name}` });
    await request(`${arena.url}/api/trainer/sign-in`, { method: 'POST', body: { key: `CANARY ${name}` } });
    await request(`${arena.url}/api/join/${encodeURIComponent(`CANARY${name}`)}`);
    await sendBytes(
      arena.port,
      Buffer.from(
        `GET /CANARY-path HTTP/1.1\r\nHost: a\r\nUser-Agent: CANARY ${name.replaceAll(/[\r\n]/g, '')}\r\nConnection: close\r\n\r\n`,
        'latin1',
      ),
      300,
    );
  }
  const lines = arena.server.output.split('\n').filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level');
  const began = arena.server.output.indexOf('{"level"');
  const others = arena.server.output
    .slice(began)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{') && !line.startsWith('  '));
  expect(others.filter((line) => !line.includes('Baraza is ready'))).toEqual([]);
  expect(lines.filter((line) => line.includes('CANARY') || line.includes('forged') || line.includes('\u001B'))).toEqual(
    [],
  );
});

it('the server runs without __proto__', async () => {
  const server = await ServerProcess.prepare();
  await server.start({}, { node: ['--disable-proto=delete'] });
  const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  const { pin } = await trainer.opensClass();
  await trainer.entersRoom();
  await trainer.does({ type: 'start-exercise' });
  const person = await TestTrainee.joins(server.url, pin, 'Amina', 'police');
  expect(await person.does({ type: 'raise-hand', text: 'Here' })).toMatchObject({ ok: true });
  await server.dispose();
});
