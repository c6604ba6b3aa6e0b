/** Cases 42, 43 and 45 of the faults and attacks, and other hostile input before authentication. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { request } from '../../support/http.ts';
import { figure } from '../support/scale.ts';
import { type Arena, openArena, rssMb } from './support/arena.ts';
import { gone, rawClient, reserve, sendBytes, socketUrl, statusOf } from './support/raw.ts';

let arena: Arena;
let seatToken: string;
beforeAll(async () => {
  arena = await openArena();
  seatToken = (await arena.intruder()).token;
});
afterAll(() => arena.close());

const isAlive = async () => expect((await fetch(`${arena.url}/healthz`)).status).toBe(200);
const raw = (lines: string[], body = '') => `${lines.join('\r\n')}\r\n\r\n${body}`;
const UPGRADE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

describe('hostile requests', () => {
  it.each([
    ['a Host that is no address', ['POST /matchmake/joinById/x HTTP/1.1', 'Host: [', 'Content-Length: 2'], '{}'],
    ['a Host with a space', ['GET /__healthcheck HTTP/1.1', 'Host: a b'], ''],
    ['a Host with an impossible port', ['GET /__healthcheck HTTP/1.1', 'Host: a:99999999'], ''],
    ['no Host at all', ['GET /__healthcheck HTTP/1.0'], ''],
    [
      'a forwarded protocol that is none',
      ['POST /matchmake/joinById/x HTTP/1.1', 'Host: a', 'X-Forwarded-Proto: ://', 'Content-Length: 2'],
      '{}',
    ],
    ['an address that is none', ['GET http://[ HTTP/1.1', 'Host: a', ...UPGRADE], ''],
    ['an address of another machine', ['GET http://other.example/api/trainer HTTP/1.1', 'Host: a'], ''],
    ['a star for an address', ['GET * HTTP/1.1', 'Host: a', ...UPGRADE], ''],
    ['broken percent signs', ['GET /api/join/%zz%c0%ae HTTP/1.1', 'Host: a'], ''],
    [
      'a seat called like a field of every object',
      ['GET /a/b?sessionId=__proto__ HTTP/1.1', 'Host: a', ...UPGRADE],
      '',
    ],
    [
      'a method called like a field of every object',
      [
        'POST /matchmake/__proto__/constructor HTTP/1.1',
        'Host: a',
        'Content-Type: application/json',
        'Content-Length: 2',
      ],
      '{}',
    ],
    [
      'null for a body',
      ['POST /matchmake/joinById/x HTTP/1.1', 'Host: a', 'Content-Type: application/json', 'Content-Length: 4'],
      'null',
    ],
    [
      'a body that never ends',
      ['POST /matchmake/joinById/x HTTP/1.1', 'Host: a', 'Content-Type: application/json', 'Content-Length: 20'],
      '{',
    ],
    [
      'a form',
      [
        'POST /matchmake/joinById/x HTTP/1.1',
        'Host: a',
        'Content-Type: multipart/form-data; boundary=x',
        'Content-Length: 2',
      ],
      '[]',
    ],
    ['a tunnel', ['CONNECT other.example:80 HTTP/1.1', 'Host: a'], ''],
    [
      'two lengths',
      ['POST /api/recover HTTP/1.1', 'Host: a', 'Content-Length: 2', 'Transfer-Encoding: chunked'],
      '0\r\n\r\n',
    ],
    [
      'headers without end',
      ['GET / HTTP/1.1', 'Host: a', ...Array.from({ length: 400 }, (_, at) => `X-${at}: ${'y'.repeat(100)}`)],
      '',
    ],
  ])('with %s crash nothing', async (_what, head, body) => {
    const answer = await sendBytes(arena.port, Buffer.from(raw(head, body), 'latin1'), 400);
    expect(statusOf(answer)).not.toBe(200);
    await isAlive();
  });

  it('in one pipeline, with junk between them, are answered or rejected in order', async () => {
    const good = raw(['GET /healthz HTTP/1.1', 'Host: a']);
    const answer = await sendBytes(arena.port, `${good}${good}\x16\x03\x01junk\r\n\r\n${good}`, 1000);
    const statuses = answer.match(/HTTP\/1\.1 \d{3}/g) ?? [];
    expect(statuses[0]).toBe('HTTP/1.1 200');
    // Requests after the junk are never read.
    expect(statuses.filter((status) => status.endsWith('200')).length).toBeLessThan(3);
    await isAlive();
  });

  it('for a socket outside a room are rejected before the handshake', async () => {
    for (const path of [
      '/',
      '/api/trainer',
      '/a/b',
      '/a/b?sessionId=',
      `/x/${arena.room}?sessionid=1`,
      '/a/b/c?sessionId=1',
    ]) {
      const answer = await sendBytes(arena.port, raw([`GET ${path} HTTP/1.1`, 'Host: a', ...UPGRADE]), 1000);
      expect([path, statusOf(answer)]).toEqual([path, 404]);
    }
  });
});

describe('an oversized input', () => {
  const MB = 1024 * 1024;
  /** Sends a body of `size` in chunks until the server rejects it or everything is sent; returns the status. */
  async function pour(path: string, size: number, chunked: boolean): Promise<number> {
    const part = Buffer.alloc(64 * 1024, 0x61);
    const framed = chunked
      ? Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')])
      : part;
    const length = chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${size}`;
    const parts = Array.from({ length: size / part.length }, () => framed);
    const head = raw([`POST ${path} HTTP/1.1`, 'Host: a', 'Content-Type: application/json', length]);
    const end = Buffer.from(chunked ? '0\r\n\r\n' : '');
    return statusOf(await sendBytes(arena.port, Buffer.concat([Buffer.from(head), ...parts, end]), 2000, 300));
  }

  it('of 60 MB of JSON, with or without a length, on any route, is rejected without using memory', async () => {
    const pourAll = async () => {
      for (const path of ['/matchmake/joinById/x', '/api/join/AAAAAA', '/api/trainer/sign-in', '/api/cards', '/'])
        for (const chunked of [false, true]) {
          const status = await pour(path, 60 * MB, chunked);
          // Rejected, or closed while the client was still sending: such a client reads no answer.
          expect([path, chunked, status === 0 || status >= 400, status]).toEqual([path, chunked, true, status]);
        }
    };
    // Run once before measuring, so that buffers of the process are not counted.
    await pourAll();
    const { harm } = await arena.during(pourAll);
    arena.expectUnharmed('600 MB of bodies', harm);
    // A single one takes almost no memory.
    const before = rssMb(arena.server.pid);
    await pour('/api/cards', 60 * MB, true);
    expect(rssMb(arena.server.pid) - before).toBeLessThan(20);
  });

  it('as a frame of 64 KB and a byte, or of 10 MB, closes its socket with 1009', async () => {
    const isRefused = async (size: number) => {
      const socket = await rawClient(arena.url, arena.room, seatToken);
      const closed = new Promise<number>((resolve) => socket.on('close', resolve));
      socket.send(Buffer.alloc(size, 13));
      expect([1009, 1006]).toContain(await closed);
    };
    // Run once before measuring, so that buffers of the process are not counted.
    for (const size of [64 * 1024 + 1, 10 * MB]) await isRefused(size);
    const before = rssMb(arena.server.pid);
    for (const size of [64 * 1024 + 1, 10 * MB]) await isRefused(size);
    expect(rssMb(arena.server.pid) - before).toBeLessThan(20);
    await isAlive();
  });
});

describe('a page of another site', () => {
  const origins = (): [string, Record<string, string>, boolean][] => [
    ['its own', { origin: arena.url }, true],
    ['none (no browser)', {}, true],
    ['another site', { origin: 'http://evil.example' }, false],
    ['null (a sandbox, a file)', { origin: 'null' }, false],
    ['a name below ours', { origin: `http://sub.127.0.0.1:${arena.port}` }, false],
    ['our name with more after it', { origin: `http://127.0.0.1:${arena.port}.evil.example` }, false],
    ['another port of ours', { origin: `http://127.0.0.1:${arena.port + 1}` }, false],
    ['no origin, but another site', { 'sec-fetch-site': 'cross-site' }, false],
    ['no origin, but another port', { 'sec-fetch-site': 'same-site' }, false],
    ['nonsense', { origin: 'http://[' }, false],
  ];
  const routes = (): [string, string, unknown][] => [
    ['POST', '/api/trainer/sign-in', { key: 'x' }],
    ['POST', '/api/trainer/sign-out', {}],
    ['POST', '/api/exercises', {}],
    ['DELETE', '/api/exercises/none', undefined],
    ['POST', '/api/exercises/none/ticket', {}],
    ['POST', '/api/exercises/none/seats/s1/code', {}],
    ['POST', '/api/practice', {}],
    ['POST', '/api/demo', {}],
    ['POST', `/api/join/${arena.pin}`, {}],
    ['POST', '/api/recover', {}],
    ['POST', '/api/seat/language', {}],
    ['POST', '/api/cards', {}],
  ];

  it('is rejected by every route that changes data, and never gets CORS permission', async () => {
    for (const [method, path, body] of routes()) {
      for (const [who, headers, allowed] of origins()) {
        const cookie: Record<string, string> = path.startsWith('/api/trainer') ? {} : { cookie: arena.trainer.cookie };
        const answer = await request(`${arena.url}${path}`, { method, body, headers: { ...headers, ...cookie } });
        expect([path, who, answer.status === 403]).toEqual([path, who, !allowed]);
        const echoed = answer.headers.get('access-control-allow-origin');
        expect([path, who, echoed === null || allowed]).toEqual([path, who, true]);
        expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      }
    }
  });

  it('is rejected in preflights and when it opens a socket', async () => {
    for (const [who, headers, allowed] of origins().filter(([, given]) => given['origin'] !== undefined)) {
      const asked = await request(`${arena.url}/api/exercises`, {
        method: 'OPTIONS',
        headers: { ...headers, 'access-control-request-method': 'DELETE' },
      });
      expect([who, asked.headers.get('access-control-allow-origin') !== null]).toEqual([who, allowed]);
      const place = socketUrl(arena.url, await reserve(arena.url, arena.room, seatToken));
      const socket = new WebSocket(place, { headers });
      const met = await new Promise((resolve) => {
        socket.on('open', () => resolve(101));
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
        socket.on('error', () => resolve('error'));
      });
      expect([who, met]).toEqual([who, allowed ? 101 : 403]);
      socket.terminate();
    }
  });

  it('that points its own name to this machine gets no answer and no cookie', async () => {
    const asked = (host: string, more: string[] = []) =>
      sendBytes(arena.port, raw(['GET /api/trainer HTTP/1.1', `Host: ${host}`, 'Connection: close', ...more]), 1500);
    for (const name of ['evil.example', 'evil.example:2567', '127.0.0.1.evil.example', 'EVIL.example.'])
      expect([name, statusOf(await asked(name, [`Origin: http://${name}`]))]).toEqual([name, 421]);
    for (const own of [
      '127.0.0.1',
      'localhost',
      `10.1.2.3:${arena.port}`,
      '[::1]',
      'laptop',
      'laptop.local',
      'academy.lan',
    ])
      expect([own, statusOf(await asked(own))]).toEqual([own, 200]);
    expect(await asked('evil.example')).toContain('BARAZA_HOSTS=evil.example');
    // The cookie is bound to its host and SameSite=Strict: a page under another name never has it.
    const { headers } = await request(`${arena.url}/api/trainer/sign-in`, {
      method: 'POST',
      body: { key: arena.server.trainerKey },
    });
    expect(headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(headers.get('set-cookie')).not.toMatch(/domain=/i);
  });
});

describe('a client with a forged address', () => {
  it('counts as one client: 1,000 forged addresses share one guessing limit', async () => {
    const statuses: Record<number, number> = {};
    for (let tries = 0; tries < 1000; tries += 1) {
      const address = `10.${tries % 250}.${tries % 199}.${tries % 97}`;
      const headers = {
        'x-forwarded-for': address,
        'x-real-ip': address,
        'x-client-ip': address,
        forwarded: `for=${address}`,
      };
      const { status } = await request(`${arena.url}/api/join/ZZZZZZ`, { headers });
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    // Twenty a minute, and a slow machine takes more than one minute.
    expect(statuses[404]).toBeLessThanOrEqual(80);
    expect((statuses[404] ?? 0) + (statuses[429] ?? 0)).toBe(1000);
  });
});

describe('a slow client', () => {
  it('that delays headers, body or everything is disconnected after seconds', async () => {
    const { connect } = await import('node:net');
    const begun = ['', 'GET / HTTP/1.1\r\nHost: a\r\nX-', 'GET / HTTP/1.1\r\n'];
    const sockets = begun.map((bytes) => {
      const socket = connect(arena.port, '127.0.0.1');
      socket.on('error', () => undefined).resume();
      socket.write(bytes);
      const drip = setInterval(() => socket.writable && socket.write('a'), 500);
      socket.on('close', () => clearInterval(drip));
      return socket;
    });
    const ends = await Promise.all(sockets.map((socket) => gone(socket, 20_000)));
    for (const ms of ends) expect(ms).toBeLessThan(20_000);
    figure('slowloris is gone after', Math.max(...ends.map((ms) => ms ?? Number.NaN)) / 1000, 's');
  });
});
