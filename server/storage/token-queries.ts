/** Queries of API tokens and their classes. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import { Scope } from '../../shared/access/actor.ts';
import { type ApiToken, ENDED_TOKENS_KEPT_MS } from './rights-store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;
type Tx = Transaction<Tables>;

export async function insertToken(tx: Tx, token: ApiToken): Promise<void> {
  const { id, hash, label, scopes, createdAt, expiresAt } = token;
  await tx
    .insertInto('api_tokens')
    .values({
      id,
      hash,
      label,
      scopes: JSON.stringify(scopes),
      created_at: createdAt,
      expires_at: expiresAt,
      last_used_at: token.lastUsedAt ?? null,
      revoked_at: token.revokedAt ?? null,
    })
    .execute();
  for (const exercise of token.classes) await insertTokenClass(tx, id, exercise);
}

export async function insertTokenClass(tx: Tx, id: string, exercise: string): Promise<void> {
  await tx
    .insertInto('api_token_classes')
    .values({ token_id: id, exercise })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function selectTokens(db: Db): Promise<ApiToken[]> {
  const rows = await db.selectFrom('api_tokens').selectAll().orderBy('created_at').execute();
  const named = await db.selectFrom('api_token_classes').selectAll().orderBy('exercise').execute();
  return rows.map((row) =>
    read(
      row,
      named.filter(({ token_id: token }) => token === row.id),
    ),
  );
}

export async function selectTokenByHash(db: Db, hash: string): Promise<ApiToken | undefined> {
  const row = await db.selectFrom('api_tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (!row) return undefined;
  const named = db.selectFrom('api_token_classes').selectAll().where('token_id', '=', row.id).orderBy('exercise');
  return read(row, await named.execute());
}

export async function updateTokenUse(tx: Tx, id: string, at: number): Promise<void> {
  await tx.updateTable('api_tokens').set({ last_used_at: at }).where('id', '=', id).execute();
}

export async function updateTokenEnd(tx: Tx, id: string, at: number): Promise<boolean> {
  const ended = await tx
    .updateTable('api_tokens')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Revokes every token. */
export async function updateAllTokenEnds(tx: Tx, at: number): Promise<void> {
  await tx.updateTable('api_tokens').set({ revoked_at: at }).where('revoked_at', 'is', null).execute();
}

/** Deletes tokens that expired or were revoked more than `ENDED_TOKENS_KEPT_MS` ago. */
export async function deleteOldTokens(tx: Tx, now: number): Promise<void> {
  const before = now - ENDED_TOKENS_KEPT_MS;
  await tx
    .deleteFrom('api_tokens')
    .where((either) => either.or([either('expires_at', '<=', before), either('revoked_at', '<=', before)]))
    .execute();
}

const read = (row: Selectable<Tables['api_tokens']>, named: readonly { exercise: string }[]): ApiToken => ({
  id: row.id,
  hash: row.hash,
  label: row.label,
  scopes: Scope.array().parse(JSON.parse(row.scopes)),
  classes: named.map(({ exercise }) => exercise),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
  ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
});
