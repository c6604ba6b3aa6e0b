/** API tokens at the real server: what a program gets, from when until when, and what is written down of it. */
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../../shared/access/actor.ts';
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import type { TokenLine, TokenMade } from '../../../shared/protocol/tokens.ts';
import { type HttpAnswer, request } from '../../support/http.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestClient } from '../../support/test-client.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { runBaraza } from '../../support/run-baraza.ts';

const LABEL = 'kanari results of the academy';

let server: ServerProcess;
let host: TestTrainer;
let one: ExerciseCard;
let other: ExerciseCard;
beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start({ BARAZA_LOG: 'trace', BARAZA_BACKUPS: 'off' });
  host = await TestTrainer.signsIn(server.url, server.trainerKey);
  [one, other] = [await host.opensClass(), await host.opensClass()];
});
afterAll(() => server.dispose());

interface Program {
  token: TokenMade;
  asks<T = unknown>(path: string, options?: { method?: string; body?: unknown }): Promise<HttpAnswer<T>>;
}

async function aProgram(scopes: readonly Scope[], classes: readonly ExerciseCard[] = []): Promise<Program> {
  const body = { label: LABEL, scopes, classes: classes.map(({ exercise }) => exercise), days: 2 };
  const { status, body: token } = await host.asks<TokenMade>('/api/tokens', { method: 'POST', body });
  expect(status).toBe(201);
  const headers = { authorization: `Bearer ${token.secret}` };
  return { token, asks: (path, options = {}) => request(`${server.url}${path}`, { ...options, headers }) };
}

/** The answer to a secret from an address of this machine where no other test asks. */
const statusThere = (secret: string): Promise<number> =>
  new Promise((done, fail) => {
    const headers = { authorization: `Bearer ${secret}` };
    get(`${server.url}/api/scenarios`, { headers, localAddress: '127.0.0.5', agent: false }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    }).on('error', fail);
  });

const opens = { scenario: 'small-case', languages: ['en'], seating: 'choice' };

describe('a program', () => {
  it('reads the classes that its token names, and no other', async () => {
    const program = await aProgram(['read-classes', 'read-debriefs'], [one]);
    const listed = await program.asks<ExerciseCard[]>('/api/exercises');
    expect(listed.body.map(({ exercise }) => exercise)).toEqual([one.exercise]);
    for (const path of ['', '/debrief', '/debrief.json', '/debrief.csv', '/playthrough.yaml']) {
      expect([path, (await program.asks(`/api/exercises/${one.exercise}${path}`)).status]).toEqual([path, 200]);
      expect([path, (await program.asks(`/api/exercises/${other.exercise}${path}`)).status]).toEqual([path, 403]);
    }
    expect((await program.asks('/api/scenarios')).status).toBe(403);
    expect((await program.asks('/api/exercises', { method: 'POST', body: opens })).status).toBe(403);
  });

  it('has the right of a class that it opened, as far as its scopes go', async () => {
    const program = await aProgram(['read-cases', 'open-classes', 'read-classes']);
    expect((await program.asks<unknown[]>('/api/scenarios')).body).toHaveLength(1);
    expect((await program.asks<unknown[]>('/api/exercises')).body).toEqual([]);
    const { status, body: card } = await program.asks<ExerciseCard>('/api/exercises', { method: 'POST', body: opens });
    expect(status).toBe(201);
    expect((await program.asks<ExerciseCard[]>('/api/exercises')).body).toMatchObject([{ exercise: card.exercise }]);
    expect((await program.asks(`/api/exercises/${card.exercise}`)).status).toBe(200);
    expect((await program.asks(`/api/exercises/${card.exercise}/debrief`)).status).toBe(403);
    expect((await program.asks(`/api/exercises/${card.exercise}`, { method: 'DELETE' })).status).toBe(403);
    const { body: lines } = await host.asks<TokenLine[]>('/api/tokens');
    expect(lines.find(({ token }) => token === program.token.token)?.classes).toEqual([card.exercise]);
  });

  it('enters no room, not with its secret and not with a ticket', async () => {
    const program = await aProgram(['read-classes'], [one]);
    const ticket = `/api/exercises/${one.exercise}/ticket`;
    expect((await program.asks(ticket, { method: 'POST', body: {} })).status).toBe(403);
    for (const pass of [{ token: program.token.secret }, { ticket: program.token.secret }])
      await expect(new TestClient(server.url, one.room).enter(pass)).rejects.toThrow('bad-token');
  });

  it('may write the scheme in small letters, and has no seat', async () => {
    const program = await aProgram(['read-classes'], [one]);
    const headers = { authorization: `bearer ${program.token.secret}` };
    const status = async (path: string) => (await fetch(`${server.url}${path}`, { headers })).status;
    expect(await status(`/api/exercises/${one.exercise}`)).toBe(200);
    expect(await status('/api/seat')).toBe(401);
    expect(await status('/api/debrief')).toBe(401);
  });

  it('is refused from the moment its token is revoked', async () => {
    const program = await aProgram(['read-classes'], [one]);
    const path = `/api/exercises/${one.exercise}`;
    expect((await program.asks(path)).status).toBe(200);
    const token = `/api/tokens/${program.token.token}`;
    expect((await host.asks(token, { method: 'DELETE' })).status).toBe(204);
    expect((await host.asks(token, { method: 'DELETE' })).status).toBe(404);
    expect(await program.asks(path)).toMatchObject({ status: 401, body: { error: 'bad-token' } });
  });
});

describe('a token', () => {
  it.each([
    ['without days', { label: 'x', scopes: ['read-cases'] }, 'days'],
    ['for ever', { label: 'x', scopes: ['read-cases'], days: 3650 }, 'days'],
    ['without a scope', { label: 'x', scopes: [], days: 1 }, 'scopes'],
    ['with a right that no scope gives', { label: 'x', scopes: ['erase'], days: 1 }, 'scopes.0'],
    ['that opens nothing', { label: 'x', scopes: ['read-debriefs'], days: 1 }, 'classes'],
    ['for no class that there is', { label: 'x', scopes: ['read-debriefs'], classes: ['none'], days: 1 }, 'classes'],
    ['without a label', { label: ' ', scopes: ['read-cases'], days: 1 }, 'label'],
  ])('%s is not made', async (_which, body, detail) => {
    expect(await host.asks('/api/tokens', { method: 'POST', body })).toMatchObject({
      status: 400,
      body: { error: 'bad-request', detail },
    });
  });

  it('shows its secret once, and when it was used', async () => {
    const program = await aProgram(['read-cases']);
    expect(program.token).not.toHaveProperty('lastUsedAt');
    await program.asks('/api/scenarios');
    const { body: lines } = await host.asks<TokenLine[]>('/api/tokens');
    const line = lines.find(({ token }) => token === program.token.token);
    expect(line).not.toHaveProperty('secret');
    expect(Date.parse(line?.lastUsedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(program.token.createdAt));
    expect(Date.parse(program.token.expiresAt) - Date.parse(program.token.createdAt)).toBe(2 * 24 * 3_600_000);
  });

  it('that is wrong is judged twenty times a minute at most; one that has worked from there works on', async () => {
    const { secret } = (await aProgram(['read-cases'])).token;
    const newcomer = (await aProgram(['read-cases'])).token;
    expect(await statusThere(secret)).toBe(200);
    const wrong = Array.from({ length: 60 }, (_, index) => `api_${index}${'x'.repeat(24)}`);
    const statuses = await Promise.all(wrong.map(statusThere));
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect([await statusThere(secret), await statusThere(newcomer.secret)]).toEqual([200, 429]);
  });
});

describe('what is kept of tokens', () => {
  it('is written down by id, and holds no secret and, outside its own table, no label', async () => {
    const program = await aProgram(['read-debriefs'], [one]);
    const { secret, token } = program.token;
    await program.asks(`/api/exercises/${one.exercise}/debrief.json`);
    await program.asks('/api/scenarios');
    await host.asks(`/api/tokens/${token}`, { method: 'DELETE' });
    const { body: audit } = await host.asks<string>('/api/audit.csv');
    for (const line of [
      new RegExp(`"session-[0-9a-f]{8}","make-token","","${token}"`),
      new RegExp(`"${token}","export-debrief","${one.exercise}"`),
      new RegExp(`"${token}","refused read-cases","","","403"`),
      new RegExp(`"session-[0-9a-f]{8}","revoke-token","","${token}"`),
    ])
      expect(audit).toMatch(line);
    for (const text of [audit, server.output])
      for (const hidden of [secret, secret.slice(4), LABEL]) expect(text).not.toContain(hidden);
    const files = ['baraza.db', 'baraza.db-wal'].map((name) => readFileSync(join(server.dataFolder, name), 'latin1'));
    expect(files.join('')).toContain(LABEL);
    expect(files.join('')).not.toContain(secret.slice(4));
  });

  it('survives a restart; on the machine itself a token is made, listed and revoked', async () => {
    const program = await aProgram(['read-classes'], [one]);
    await server.end('SIGTERM');
    const data = ['--data', server.dataFolder];
    const made = await runBaraza([
      'token',
      'create',
      '--label',
      LABEL,
      '--scope',
      'read-classes',
      '--class',
      one.pin,
      '--days',
      '3',
      ...data,
    ]);
    expect([made.exit, made.text]).toEqual([0, expect.stringMatching(/^api_\S{32}\n$/)]);
    const id = /token-[0-9a-f]{12}/.exec(made.notes)?.[0] ?? '';
    const listed = await runBaraza(['token', ...data]);
    expect(listed.text).toContain(`${id}  expires `);
    expect(listed.text).not.toContain(made.text.trim());
    const useless = await runBaraza([
      'token',
      'create',
      '--label',
      'x',
      '--scope',
      'read-classes',
      '--days',
      '3',
      ...data,
    ]);
    expect([useless.exit, useless.notes]).toEqual([2, expect.stringContaining('--class')]);
    await server.start({ BARAZA_BACKUPS: 'off' });
    const headers = { authorization: `Bearer ${made.text.trim()}` };
    const path = `/api/exercises/${one.exercise}`;
    expect((await request(`${server.url}${path}`, { headers })).status).toBe(200);
    expect((await program.asks(path)).status).toBe(200);
    await server.end('SIGTERM');
    expect((await runBaraza(['token', 'revoke', id, ...data])).text).toBe(`Revoked ${id}.\n`);
    expect((await runBaraza(['token', 'revoke', id, ...data])).exit).toBe(2);
    expect((await runBaraza(['token', 'list', ...data])).text).toContain(`${id}  revoked `);
    await server.start({ BARAZA_BACKUPS: 'off' });
    expect((await request(`${server.url}${path}`, { headers })).status).toBe(401);
  });

  it('comes back with a backup; a token that was revoked since stays revoked', async () => {
    const [stays, goes] = [await aProgram(['read-classes'], [one]), await aProgram(['read-classes'], [one])];
    const file = join(server.dataFolder, '..', `${goes.token.token}.baraza-backup`);
    expect((await runBaraza(['backup', '--to', file, '--data', server.dataFolder])).exit).toBe(0);
    expect((await host.asks(`/api/tokens/${goes.token.token}`, { method: 'DELETE' })).status).toBe(204);
    await server.end('SIGTERM');
    expect((await runBaraza(['restore', file, '--data', server.dataFolder])).exit).toBe(0);
    await server.start({ BARAZA_BACKUPS: 'off' });
    const path = `/api/exercises/${one.exercise}`;
    expect([(await stays.asks(path)).status, (await goes.asks(path)).status]).toEqual([200, 401]);
  });
});
