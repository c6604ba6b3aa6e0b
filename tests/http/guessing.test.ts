/** Guessing class codes. In its own file, because a process can run only one server at a time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PIN_ALPHABET } from '../../shared/protocol/api.ts';
import { request } from '../support/http.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('the limit on guessing', () => {
  it('stops guessed class codes, while a class behind the same address can still join', async () => {
    const { pin } = await (await server.trainer()).opensClass();
    const statuses = new Set<number>();
    for (let tries = 0; tries < 40; tries += 1) {
      const guess = `${PIN_ALPHABET[tries % 31]}${PIN_ALPHABET[(tries * 7) % 31]}2345`;
      const headers = { 'x-forwarded-for': `10.0.0.${tries}` };
      statuses.add((await request(`${server.url}/api/join/${guess}`, { headers })).status);
    }
    expect([...statuses]).toEqual([404, 429]);
    const joins = await Promise.all(
      Array.from({ length: 5 }, (_, index) => TestTrainee.joins(server.url, pin, `Person ${index}`)),
    );
    expect(new Set(joins.map((person) => person.seat)).size).toBe(5);
  });

  it('stops guessed trainer keys', async () => {
    const guess = () =>
      request(`${server.url}/api/trainer/sign-in`, { method: 'POST', body: { key: 'AAAAA-AAAAA-AAAAA-AAAAA' } });
    const answers = await Promise.all(Array.from({ length: 12 }, guess));
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
    const next = await guess();
    expect(next).toMatchObject({ status: 429, body: { error: 'too-many-tries' } });
    expect(next.headers.get('retry-after')).toBe('60');
  });
});
