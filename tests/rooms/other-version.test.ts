/** A page that was open during an update of the server, and the reverse: it is told, and loses nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { colyseusTo } from '../../client/connection/colyseus-connection.ts';
import { SeatConnection } from '../../client/connection/seat-connection.ts';
import { ClientStore } from '../../client/state/client-store.ts';
import { keepOnDevice } from '../../client/state/keep-on-device.ts';
import { mayReloadFor, onOtherVersion } from '../../client/state/other-version.ts';
import { compareVersions, OTHER_VERSION, PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { request } from '../support/http.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import type { TestTrainer } from '../support/test-trainer.ts';

let server: TestServer;
let trainer: TestTrainer;

beforeAll(async () => {
  server = await startTestServer();
  trainer = await server.trainer();
  await trainer.opensClass();
  await trainer.entersRoom();
});
afterAll(() => server.stop());

/** The real room rejects every client whose join options lack the server's version. */
const joining = (token: string, options: object) =>
  request<{ code?: number; error?: string }>(`${server.url}/matchmake/joinById/${trainer.exercise.room}`, {
    method: 'POST',
    body: options,
    headers: { authorization: `Bearer ${token}` },
  });

describe('a page of another version', () => {
  it('is rejected by the room with the server’s version, and only after its token was accepted', async () => {
    const { token } = await TestTrainee.joins(server.url, trainer.exercise.pin, 'Old Page', 'police');
    for (const options of [{}, { protocol: PROTOCOL_VERSION - 1 }, { protocol: PROTOCOL_VERSION + 1 }]) {
      const { status, body } = await joining(token, options);
      expect(status).toBe(OTHER_VERSION);
      expect(body.error).toBe(String(PROTOCOL_VERSION));
    }
    expect((await joining('no-token', {})).status).toBe(401);
    expect((await joining(token, { protocol: PROTOCOL_VERSION })).status).toBe(200);
  });

  it('is rejected by every route with the server’s version; a caller without the header is accepted', async () => {
    const asks = (headers: Record<string, string>) =>
      request<{ error?: string; detail?: string }>(`${server.url}/api/join/${trainer.exercise.pin}`, { headers });
    for (const version of ['1', String(PROTOCOL_VERSION + 1), 'nonsense']) {
      const { status, body } = await asks({ [PROTOCOL_HEADER]: version });
      expect(status).toBe(426);
      expect(body).toEqual({ error: 'other-version', detail: String(PROTOCOL_VERSION) });
    }
    expect((await asks({ [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) })).status).toBe(200);
    expect((await asks({})).status).toBe(200);
  });

  it('learns whether it is older or newer', () => {
    expect(compareVersions(undefined)).toBe('older');
    expect(compareVersions(PROTOCOL_VERSION)).toBe('same');
    expect(compareVersions(3, 2)).toBe('newer');
  });
});

describe('a tab whose server was updated', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  beforeEach(() => {
    vi.stubGlobal('localStorage', storage);
    vi.stubGlobal('sessionStorage', storage);
    return () => vi.unstubAllGlobals();
  });

  it('stops reconnecting, reports the version, and keeps drafts and unanswered commands for the next page', async () => {
    const { token } = await TestTrainee.joins(server.url, trainer.exercise.pin, 'Long Open', 'police');
    const store = new ClientStore();
    const place = 'room.seat';
    const stopKeeping = keepOnDevice(store, place);
    const reported: number[] = [];
    const stopListening = onOtherVersion((version) => reported.push(version));
    const real = colyseusTo(() => server.url);
    const outdated: typeof real = {
      open: (credentials, events, options) => real.open(credentials, events, { ...options, protocol: 1 }),
    };
    const connection = new SeatConnection(outdated, store, {
      room: trainer.exercise.room,
      pass: () => Promise.resolve({ token }),
    });
    store.dispatch({ type: 'draft', key: 'message', value: { text: 'Half a sentence' } });
    void connection.send({ type: 'raise-hand' });
    connection.start();
    await vi.waitFor(() => expect(store.get().connection.phase).toBe('failed'));
    expect(reported).toEqual([PROTOCOL_VERSION]);
    stopListening();
    stopKeeping();

    const next = new ClientStore();
    keepOnDevice(next, place)();
    expect(next.get().drafts).toEqual({ message: { text: 'Half a sentence' } });
    expect(next.get().pending).toMatchObject([{ body: { type: 'raise-hand' } }]);
  });

  it('reloads once for a version, never in a loop, and not if its storage is blocked', () => {
    expect(mayReloadFor(7)).toBe(true);
    expect(mayReloadFor(7)).toBe(false);
    expect(mayReloadFor(8)).toBe(true);
    vi.stubGlobal('sessionStorage', undefined);
    expect(mayReloadFor(9)).toBe(false);
  });
});
