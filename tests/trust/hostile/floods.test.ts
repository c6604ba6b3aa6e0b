/** Case 46 of the faults and attacks: too many permitted messages, and idle sockets. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { encode, type Iterator } from '@colyseus/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { figure, push } from '../support/scale.ts';
import { type Arena, openArena } from './support/arena.ts';
import { gone, rawClient, reserve, socketUrl, wireOf } from './support/raw.ts';

/** The time limit for an attacker from trust.md, and its equivalent on a busy machine. */
const CUT_WITHIN_MS = 2000;
const ON_A_BUSY_MACHINE_MS = 4000;

let arena: Arena;
let token: string;
/** A joined client that stays silent during all floods. */
let silent: { goneAfterMs: Promise<number | undefined> };
beforeAll(async () => {
  arena = await openArena();
  token = (await arena.intruder('Mallory', 'child-protection')).token;
  const { token: own } = await arena.intruder('Silent');
  const socket = new WebSocket(socketUrl(arena.url, await reserve(arena.url, arena.room, own)));
  socket.on('error', () => undefined);
  silent = { goneAfterMs: gone(socket, 30_000) };
});
afterAll(() => arena.close());

/** A client frame, masked with zeros. */
function masked(opcode: number, payload: Buffer): Buffer {
  expect(payload.length).toBeLessThan(126);
  return Buffer.concat([Buffer.from([opcode, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

function message(type: string): Buffer {
  const head = Buffer.alloc(64);
  const at: Iterator = { offset: 1 };
  head[0] = 13;
  encode.string(head, type, at);
  // {briefRead: true, ready: true} in msgpack
  const payload = [0x82, 0xa9, ...Buffer.from('briefRead'), 0xc3, 0xa5, ...Buffer.from('ready'), 0xc3];
  return masked(0x82, Buffer.concat([head.subarray(0, at.offset), Buffer.from(payload)]));
}

/** Floods from its own thread until the socket is closed; returns the time of closing. */
async function flood(frame: Buffer, forMs = 8000): Promise<{ sent: number; goneAfterMs: number }> {
  const { pathname, search } = new URL(socketUrl(arena.url, await reserve(arena.url, arena.room, token)));
  const head = [
    `GET ${pathname}${search} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n');
  const greeting = masked(0x82, Buffer.from([10]));
  const worker = new Worker(new URL('./support/flood.mjs', import.meta.url), {
    workerData: { port: arena.port, head: Buffer.from(head), frame, greeting, forMs },
  });
  const [result] = (await once(worker, 'message')) as [{ sent: number; goneAfterMs: number }];
  return result;
}

it.each([
  ['messages', () => message('ready')],
  ['pings', () => masked(0x89, Buffer.from('x'))],
  ['pongs', () => masked(0x8a, Buffer.from('x'))],
  ['parts of a message that never ends', () => masked(0x02, Buffer.alloc(0))],
  ['messages for nobody', () => message('nothing')],
])('a flood of %s closes its own socket within two seconds, and the class plays on', async (what, frame) => {
  const { result, harm } = await arena.during(() => flood(frame()));
  figure(`flood of ${what}: cut off after`, result.goneAfterMs, 'ms');
  figure(`flood of ${what}: frames sent till then`, result.sent);
  arena.expectUnharmed(`flood of ${what}`, harm);
  expect(result.goneAfterMs).toBeLessThan(Math.max(CUT_WITHIN_MS, Math.min(ON_A_BUSY_MACHINE_MS, 20 * harm.echoP99)));
});

it('repeated requests for everything slow down their sender, not the class', async () => {
  const { result, harm } = await arena.during(async () => {
    const socket = await rawClient(arena.url, arena.room, token);
    const resume = Buffer.concat([
      Buffer.from([13, 0xa6]),
      Buffer.from('resume'),
      Buffer.from([0x81, 0xa4]),
      Buffer.from('have'),
      Buffer.from([0x80]),
    ]);
    let snapshots = 0;
    socket.on('message', () => {
      snapshots += 1;
    });
    const end = performance.now() + push(4000).long(20_000);
    while (performance.now() < end && socket.readyState === WebSocket.OPEN) {
      // Just below the limit.
      for (let count = 0; count < 25; count += 1) socket.send(resume);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    socket.terminate();
    return snapshots;
  });
  figure('snapshots asked for again: got', result);
  arena.expectUnharmed('asking for everything again', harm);
});

it('endless reconnections with a valid token harm no other client', async () => {
  const times = push(300).long(3000);
  const { harm } = await arena.during(async () => {
    for (let time = 0; time < times; time += 10) {
      const sockets = await Promise.all(
        Array.from({ length: 10 }, () => rawClient(arena.url, arena.room, token).catch(() => undefined)),
      );
      for (const socket of sockets) socket?.terminate();
    }
  });
  arena.expectUnharmed(`${times} times back in the room`, harm);
});

it('a person with the class code cannot fill the class, and a class behind one router can join', async () => {
  const { pin } = await arena.trainer.opensClass({ seating: 'trainer' });
  const join = (name: string) =>
    request(`${arena.url}/api/join/${pin}`, { method: 'POST', body: { name, language: 'en' } });
  const sixty = await Promise.all(Array.from({ length: 60 }, (_, at) => join(`Person ${at}`)));
  expect(new Set(sixty.map(({ status }) => status))).toEqual(new Set([201]));
  const { result, harm } = await arena.during(async () => {
    const storm: number[] = [];
    for (let at = 0; at < 300; at += 1) storm.push((await join(`Storm ${at}`)).status);
    return storm;
  });
  expect(result.filter((status) => status === 201)).toHaveLength(60);
  expect(result.at(-1)).toBe(429);
  arena.expectUnharmed('300 joins', harm);
});

it('a trainer’s browser that opens classes without end is stopped, and the class plays on', async () => {
  const { result, harm } = await arena.during(async () => {
    const statuses: number[] = [];
    const open = async () => {
      const body = { scenario: 'small-case', languages: ['en'], seating: 'choice' };
      statuses.push((await arena.trainer.asks('/api/exercises', { method: 'POST', body })).status);
    };
    while (statuses.length < 700 && !statuses.includes(429)) await Promise.all(Array.from({ length: 8 }, open));
    return statuses;
  });
  const opened = result.filter((status) => status === 201).length;
  figure('classes opened in a storm', opened);
  expect(result).toContain(429);
  expect(opened).toBeLessThanOrEqual(130);
  arena.expectUnharmed('a storm of classes', harm);
});

it('thousands of silent sockets block no client, and are closed after seconds', async () => {
  const wanted = push(3000).long(5000);
  const sockets: Socket[] = [];
  let open = 0;
  const { harm } = await arena.during(async () => {
    for (let at = 0; at < wanted; at += 1) {
      const socket = connect(arena.port, '127.0.0.1');
      open += 1;
      // A socket that does not read does not notice its end.
      socket.resume();
      socket.on('error', () => undefined).on('close', () => (open -= 1));
      sockets.push(socket);
      if (at % 100 === 99) await once(socket, 'connect').catch(() => undefined);
    }
    const late = await TestTrainee.joins(arena.url, arena.pin, 'Late');
    expect(late.client.closedWith).toBeUndefined();
    figure('idle sockets held at once, of those tried', `${open} of ${wanted}`);
    expect(open).toBeLessThanOrEqual(1500);
    await eventually(
      () => open,
      (left) => left === 0,
      'the end of all idle sockets',
      20_000,
    );
  });
  for (const socket of sockets) socket.destroy();
  arena.expectUnharmed(`${wanted} idle sockets`, harm);
});

it('a socket to a room without a seat or without a message is closed after seconds', async () => {
  const nobody = new WebSocket(socketUrl(arena.url, { processId: 'p', roomId: arena.room, sessionId: 'nobody' }));
  nobody.on('error', () => undefined);
  await once(nobody, 'open');
  // Does not answer the close frame.
  wireOf(nobody).pause();
  const goneAfterMs = await silent.goneAfterMs;
  figure('a silent member of the room is gone after', (goneAfterMs ?? Number.NaN) / 1000, 's');
  expect(goneAfterMs).toBeLessThan(30_000);
  // Received data is still in the socket's buffer.
  wireOf(nobody).resume();
  expect(await gone(nobody, 8000)).toBeLessThan(8000);
});
