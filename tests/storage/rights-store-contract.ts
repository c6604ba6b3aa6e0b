/** What every store keeps to about rights: grants of people, API tokens of programs. Called like `exercise-store-contract.ts`. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExerciseRecord, ExerciseStore } from '../../server/storage/exercise-store.ts';
import { type ApiToken, ENDED_TOKENS_KEPT_MS, type Grant } from '../../server/storage/rights-store.ts';
import type { OpenedStore } from './exercise-store-contract.ts';

const anExercise = (id: string, pin: string): ExerciseRecord => ({
  id,
  scenario: 'two-desks',
  hash: 'h1',
  pin,
  languages: ['en'],
  pace: 6,
  seating: 'choice',
  without: [],
  createdAt: 1_000,
  clock: 0,
});
const evaluator: Grant = { id: 'g1', exercise: 'e1', actor: { kind: 'evaluator', desks: ['police'] }, madeAt: 1 };
const wall: Grant = { id: 'g2', exercise: 'e1', actor: { kind: 'wall' }, madeAt: 2 };
const aToken = (change: Partial<ApiToken> = {}): ApiToken => ({
  id: 'token-1',
  hash: 'hash of the secret',
  label: 'results of the academy',
  scopes: ['read-classes', 'read-debriefs'],
  classes: ['e1', 'e2'],
  createdAt: 1_000,
  expiresAt: 9_000,
  ...change,
});

export function describeRightsStore(name: string, open: () => Promise<OpenedStore>): void {
  let place: OpenedStore;
  let store: ExerciseStore;
  beforeEach(async () => {
    place = await open();
    store = place.store;
    await store.create(anExercise('e1', 'ABC234'), {}, []);
    await store.create(anExercise('e2', 'XYZ234'), {}, []);
  });
  afterEach(() => place.dispose());

  describe(`grants in the ${name}`, () => {
    it('are found by class, by code and by the session that holds them, also after a restart', async () => {
      await store.addGrant(evaluator, 'code 1');
      await store.addGrant(wall, 'code 2');
      await store.addSession('guest', 1_000, false);
      await store.holdGrant('guest', 'g1');
      await store.holdGrant('guest', 'g1');
      const again = await place.reopen();
      expect(await again.grants('e1')).toEqual([evaluator, wall]);
      expect(await again.grants('e2')).toEqual([]);
      expect(await again.grantByCode('code 1')).toEqual(evaluator);
      expect(await again.grantByCode('no code')).toBeUndefined();
      expect(await again.heldGrants('guest', 999)).toEqual([evaluator]);
      expect(await again.heldGrants('guest', 1_000)).toEqual([]);
      expect(await again.isHostSession('guest', 999)).toBe(false);
    });

    it('are taken away in their own class only, from every session that holds them', async () => {
      await store.addGrant(evaluator, 'code 1');
      await store.addSession('guest', 1_000, false);
      await store.holdGrant('guest', 'g1');
      expect(await store.removeGrant('e2', 'g1')).toBeUndefined();
      expect(await store.heldGrants('guest', 0)).toEqual([evaluator]);
      expect(await store.removeGrant('e1', 'g1')).toEqual(['guest']);
      expect(await store.heldGrants('guest', 0)).toEqual([]);
      expect(await store.grantByCode('code 1')).toBeUndefined();
    });

    it('go with their class, and what a session holds goes with the session', async () => {
      await store.addGrant(evaluator, 'code 1');
      await store.addSession('guest', 1_000, false);
      await store.holdGrant('guest', 'g1');
      await store.removeSession('guest');
      await store.addSession('guest', 1_000, false);
      expect(await store.heldGrants('guest', 0)).toEqual([]);
      await store.holdGrant('guest', 'g1');
      await store.erase('e1');
      expect(await store.heldGrants('guest', 0)).toEqual([]);
      expect(await store.grantByCode('code 1')).toBeUndefined();
    });
  });

  describe(`API tokens in the ${name}`, () => {
    it('are found by the hash of their secret, with classes and use, also after a restart', async () => {
      await store.addToken(aToken());
      await store.addTokenClass('token-1', 'e2');
      await store.markTokenUsed('token-1', 2_000);
      const again = await place.reopen();
      expect(await again.tokenByHash('hash of the secret')).toEqual(aToken({ lastUsedAt: 2_000 }));
      expect(await again.tokens()).toEqual([aToken({ lastUsedAt: 2_000 })]);
      expect(await again.tokenByHash('another')).toBeUndefined();
    });

    it('are revoked once, and stay in the list', async () => {
      await store.addToken(aToken());
      expect(await store.revokeToken('token-2', 3_000)).toBe(false);
      expect(await store.revokeToken('token-1', 3_000)).toBe(true);
      expect(await store.revokeToken('token-1', 4_000)).toBe(false);
      expect(await (await place.reopen()).tokens()).toEqual([aToken({ revokedAt: 3_000 })]);
    });

    it('lose a class that is erased and gain one that they open', async () => {
      await store.addToken(aToken({ classes: ['e1'] }));
      await store.erase('e1');
      expect(await store.tokens()).toEqual([aToken({ classes: [] })]);
      await store.addTokenClass('token-1', 'e2');
      expect(await store.tokens()).toEqual([aToken({ classes: ['e2'] })]);
      await expect(store.addTokenClass('token-1', 'e1')).rejects.toMatchObject({ reason: 'conflict' });
    });

    it('are deleted thirty days after they expired or were revoked', async () => {
      await store.addToken(aToken({ hash: 'a', id: 'expired' }));
      await store.addToken(aToken({ hash: 'b', id: 'revoked', expiresAt: 1e15, revokedAt: 9_000 }));
      await store.addToken(aToken({ hash: 'c', id: 'valid', expiresAt: 1e15 }));
      await store.dropOldAccess(8_999 + ENDED_TOKENS_KEPT_MS);
      expect((await store.tokens()).map(({ id }) => id)).toEqual(['expired', 'revoked', 'valid']);
      await store.dropOldAccess(9_000 + ENDED_TOKENS_KEPT_MS);
      expect((await store.tokens()).map(({ id }) => id)).toEqual(['valid']);
    });

    it('are revoked by a new trainer key', async () => {
      await store.addToken(aToken({ hash: 'a', id: 'valid' }));
      await store.addToken(aToken({ hash: 'b', id: 'revoked', revokedAt: 2_000 }));
      await store.setTrainerKeyHash('a new key', 5_000);
      expect((await store.tokens()).map(({ revokedAt }) => revokedAt)).toEqual([5_000, 2_000]);
    });
  });
}
