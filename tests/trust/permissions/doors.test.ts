/**
 * Cases 37, 38 and 40 on the real server: every route for every caller, the seats' commands in every state of a class,
 * and tokens that were used, expired, revoked or never issued.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerProcess } from '../../support/server-process.ts';
import { CALLERS, type Caller, type Door, openDoor } from './callers.ts';
import { registered } from './registered.ts';
import { addressOf, ROWS } from './route-rows.ts';

let server: ServerProcess;
let door: Door;
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start();
  door = await openDoor(server);
});
afterAll(() => server.dispose());

describe('the routes', () => {
  it('each have a row with their permitted callers', () => {
    expect(registered().toSorted()).toEqual(ROWS.map(({ route }) => route).toSorted());
  });

  it('each answer exactly the callers of their row', async () => {
    const wrong: string[] = [];
    const inOrder = [...ROWS.filter(({ last }) => !last), ...ROWS.filter(({ last }) => last)];
    for (const row of inOrder) {
      const method = row.route.split(' ')[0] ?? 'GET';
      // The trainer comes last, because others could not act after some trainer requests.
      for (const caller of CALLERS.toSorted((a, b) => Number(a === 'trainer') - Number(b === 'trainer'))) {
        if (row.only && !row.only.includes(caller)) continue;
        const { status, body } = await door.asks(caller, method, addressOf(row, door), row.body?.(door));
        const wanted = row.answers[caller] ?? row.others ?? 401;
        if (status !== wanted)
          wrong.push(
            `${row.route} for ${caller}: ${status} instead of ${wanted} ${JSON.stringify(body).slice(0, 120)}`,
          );
        if (status === 401 && typeof body === 'object' && JSON.stringify(Object.keys(body ?? {})) !== '["error"]')
          wrong.push(`${row.route} tells ${caller} more than a code: ${JSON.stringify(body)}`);
      }
      // Once signed out, all further rows would be rejected.
      if (row.route === 'POST /api/trainer/sign-out') break;
    }
    expect(wrong).toEqual([]);
  });
});

describe('a rejection does not reveal what exists', () => {
  const strangers: Caller[] = ['nobody', 'trainee', 'freed trainee', 'trainer signed out', 'program of another class'];
  it.each(strangers)('%s gets the same answer for an existing class and a missing one', async (caller) => {
    for (const path of ['', '/console', '/debrief', '/people', '/playthrough.yaml']) {
      const there = await door.asks(caller, 'GET', `/api/exercises/${door.exercise.exercise}${path}`);
      const nowhere = await door.asks(caller, 'GET', `/api/exercises/${'0'.repeat(32)}${path}`);
      expect([there.status, there.body]).toEqual([nowhere.status, nowhere.body]);
      const names = (headers: Headers) => [...headers.keys()].filter((name) => name !== 'date').toSorted();
      expect(names(there.headers)).toEqual(names(nowhere.headers));
      expect(there.headers.get('content-length')).toBe(nowhere.headers.get('content-length'));
      expect(there.headers.get('etag')).toBe(nowhere.headers.get('etag'));
    }
  });
});
