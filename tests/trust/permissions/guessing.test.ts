/**
 * Case 41 on the real server: guessing class codes, recovery codes and keys from the address of a class. The guessing
 * stops, the class can join; and the odds of guessing at the limit are those of the threat model.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FailureLimit, placeOf } from '../../../server/access/limits.ts';
import { newPin, newRecoveryCode } from '../../../server/host/ids.ts';
import { PIN_ALPHABET, PIN_LENGTH } from '../../../shared/protocol/api.ts';
import { eventually } from '../../support/eventually.ts';
import { request } from '../../support/http.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { figure, percentile, seeded } from '../support/scale.ts';

/** The server's setting (`create-server.ts`): failures per address and minute. */
const FAILURES_A_MINUTE = 20;
const LIVE_CODES = 50;

let server: ServerProcess;
let trainer: TestTrainer;
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start();
  trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
});
afterAll(() => server.dispose());

const chance = seeded('guesses');
const guess = (length: number): string =>
  Array.from({ length }, () => PIN_ALPHABET[chance.between(0, PIN_ALPHABET.length - 1)]).join('');

describe('the odds of guessing', () => {
  it('a class code has at least 29 bits, and an hour of guessing at the limit finds one of fifty with less than 1 in 10,000', () => {
    const codes = PIN_ALPHABET.length ** PIN_LENGTH;
    const anHour = (FAILURES_A_MINUTE * 60 * LIVE_CODES) / codes;
    figure('bits of a class code', Math.log2(codes));
    figure('chance of any hit in an hour of guessing', anHour.toExponential(2));
    expect(Math.log2(codes)).toBeGreaterThanOrEqual(29);
    expect(anHour).toBeLessThanOrEqual(1e-4);
  });

  it('a recovery code lives a quarter of an hour, in which guessing finds it with less than one in a thousand million', () => {
    const codes = PIN_ALPHABET.length ** newRecoveryCode().length;
    expect((FAILURES_A_MINUTE * 15) / codes).toBeLessThan(1e-9);
  });

  it('codes are drawn evenly from all their letters', () => {
    const drawn = Array.from({ length: 5000 }, newPin).join('');
    const counts = PIN_ALPHABET.split('').map((letter) => drawn.split(letter).length - 1);
    const even = drawn.length / PIN_ALPHABET.length;
    expect(counts.every((count) => Math.abs(count - even) < 6 * Math.sqrt(even))).toBe(true);
  });

  it('one machine counts as one address, in any notation', () => {
    expect(placeOf('::ffff:192.168.1.7')).toBe('192.168.1.7');
    expect(placeOf('192.168.1.7')).toBe('192.168.1.7');
    const own = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:1:2:3', '2001:0DB8:0001:0002::9%eth0'].map(placeOf);
    expect(new Set(own).size).toBe(1);
    expect(placeOf('2001:db8:1:3::1')).not.toBe(own[0]);
    expect(placeOf('::1')).toBe(placeOf('::1'));
  });

  it('many simultaneous guesses do not bypass the limit', async () => {
    const limit = new FailureLimit(FAILURES_A_MINUTE, 60);
    const tries = await Promise.allSettled(Array.from({ length: 500 }, () => limit.begin('10.0.0.1')));
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(FAILURES_A_MINUTE);
  });
});

describe('a thousand wrong codes and a class behind one address', () => {
  it('are stopped at the limit while sixty of sixty people join', async () => {
    const { pin } = await trainer.opensClass({ seating: 'trainer' });
    const wrong: number[] = [];
    const attack = async (): Promise<void> => {
      for (let tries = 0; tries < 100; tries += 1) {
        const headers = { 'x-forwarded-for': `10.9.${tries}.${chance.between(1, 250)}` };
        wrong.push((await request(`${server.url}/api/join/${guess(PIN_LENGTH)}`, { headers })).status);
      }
    };
    const took: number[] = [];
    const join = async (index: number): Promise<number> => {
      const began = performance.now();
      await request(`${server.url}/api/join/${pin}`);
      const body = { name: `Person ${index}`, language: 'en' };
      const { status } = await request(`${server.url}/api/join/${pin}`, { method: 'POST', body });
      took.push(performance.now() - began);
      return status;
    };
    const attacks = Promise.all(Array.from({ length: 10 }, attack));
    const joined = await Promise.all(Array.from({ length: 60 }, (_, index) => join(index)));
    await attacks;
    expect(joined.filter((status) => status === 201)).toHaveLength(60);
    expect(wrong).toHaveLength(1000);
    expect(wrong.filter((status) => status !== 429).length).toBeLessThanOrEqual(2 * FAILURES_A_MINUTE);
    expect(new Set(wrong)).toEqual(new Set([404, 429]));
    figure('joins under attack, p95', percentile(took, 0.95), 'ms');
  });

  it('in one piece on one connection are judged no more often than single ones', async () => {
    const guesses = Array.from({ length: 500 }, () => `GET /api/join/${guess(PIN_LENGTH)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const statuses = await inOnePiece('127.0.0.3', guesses);
    expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(FAILURES_A_MINUTE);
    expect(statuses).toContain(404);
  });
});

describe('recovery codes', () => {
  it('cannot be tried one after the other, nor all at once', async () => {
    const { pin } = await trainer.opensClass({ seating: 'trainer' });
    const asked = Array.from({ length: 200 }, () => {
      const body = JSON.stringify({ pin, code: guess(8) });
      return `POST /api/recover HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    });
    const statuses = await inOnePiece('127.0.0.4', asked);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(FAILURES_A_MINUTE);
    expect(statuses).toContain(401);
    expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
  });
});

/**
 * Writes many requests to one connection at once, from an address of this machine; returns the status of each answer.
 */
async function inOnePiece(localAddress: string, requests: readonly string[]): Promise<number[]> {
  const socket = connect({ port: server.port, host: '127.0.0.1', localAddress });
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
  });
  await once(socket, 'connect');
  socket.write(requests.join(''));
  const answered = () => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  await eventually(answered, (all) => all.length >= requests.length || socket.destroyed, 'all answers', 20_000);
  socket.destroy();
  return answered();
}

describe('the log of rejected guesses', () => {
  it('has one line of a kind, without codes and addresses', () => {
    const lines = server.output.split('\n').filter((line) => line.includes('request refused'));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => /127\.0\.0|\b10(?:\.\d{1,3}){3}\b|api\/join\/[A-Z2-9]/.test(line))).toEqual([]);
    expect(lines.length).toBeLessThan(60);
    const keys = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
    const plain = ['level', 'time', 'msg', 'event', 'error', 'method', 'route', 'others'];
    expect([...keys].filter((key) => !plain.includes(key))).toEqual([]);
  });
});
