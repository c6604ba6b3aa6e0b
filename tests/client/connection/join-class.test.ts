import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../../client/connection/api.ts';
import { joinClass } from '../../../client/connection/join-class.ts';
import type { JoinAnswer } from '../../../shared/protocol/api.ts';

const seated: ApiResult<JoinAnswer> = { ok: true, value: { token: 't', seat: 's1', room: 'r' } };
const wish = { name: 'Amina', language: 'en' };
const time = { now: () => 0, wait: (_ms: number, then: () => void) => (then(), () => undefined) };

/** A server with scripted answers; records the request ids. */
function server(...answers: (ApiResult<JoinAnswer> | 'offline')[]) {
  const ids: (string | undefined)[] = [];
  const ask = (_pin: string, body: { join?: string | undefined }): Promise<ApiResult<JoinAnswer>> => {
    ids.push(body.join);
    const answer = answers.shift() ?? 'offline';
    return Promise.resolve(answer === 'offline' ? { ok: false, error: 'offline' } : answer);
  };
  return { ids, ask };
}

describe('a join request', () => {
  it('is repeated with the same id until it is answered', async () => {
    const { ids, ask } = server('offline', 'offline', seated);
    expect(await joinClass('AAA222', wish, { ask, time })).toEqual(seated);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('keeps its id when the button is pressed again, and gets a new one after it succeeded', async () => {
    const first = server('offline', 'offline', 'offline');
    expect(await joinClass('BBB222', wish, { ask: first.ask, time })).toEqual({ ok: false, error: 'offline' });
    const second = server(seated);
    await joinClass('BBB222', wish, { ask: second.ask, time });
    expect(second.ids[0]).toBe(first.ids[0]);
    const third = server(seated);
    await joinClass('BBB222', wish, { ask: third.ask, time });
    expect(third.ids[0]).not.toBe(first.ids[0]);
  });

  it('is not repeated once it was rejected', async () => {
    const { ids, ask } = server({ ok: false, error: 'class-full' }, seated);
    expect(await joinClass('CCC222', wish, { ask, time })).toEqual({ ok: false, error: 'class-full' });
    expect(ids).toHaveLength(1);
  });
});
