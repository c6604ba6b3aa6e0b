/** Queries of grants: rights in one class, and the sessions that hold them. Only hashes of codes are stored. */
import type { Kysely, Transaction } from 'kysely';
import { Invited } from '../../shared/access/actor.ts';
import type { Grant } from './rights-store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;
type Tx = Transaction<Tables>;

const read = ({ id, exercise, actor, made_at }: Tables['grants']): Grant => ({
  id,
  exercise,
  actor: Invited.parse(JSON.parse(actor)),
  madeAt: made_at,
});

export async function insertGrant(tx: Tx, { id, exercise, actor, madeAt }: Grant, codeHash: string): Promise<void> {
  await tx
    .insertInto('grants')
    .values({ id, exercise, actor: JSON.stringify(actor), code_hash: codeHash, made_at: madeAt })
    .execute();
}

export async function selectGrants(db: Db, exercise: string): Promise<Grant[]> {
  const rows = await db.selectFrom('grants').selectAll().where('exercise', '=', exercise).orderBy('made_at').execute();
  return rows.map(read);
}

export async function selectGrantByCode(db: Db, codeHash: string): Promise<Grant | undefined> {
  const row = await db.selectFrom('grants').selectAll().where('code_hash', '=', codeHash).executeTakeFirst();
  return row && read(row);
}

/** Returns the token hashes of the sessions that held it. */
export async function deleteGrant(tx: Tx, exercise: string, id: string): Promise<string[] | undefined> {
  const held = await tx.selectFrom('session_grants').select('session_hash').where('grant_id', '=', id).execute();
  const gone = await tx
    .deleteFrom('grants')
    .where('exercise', '=', exercise)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone && held.map(({ session_hash: session }) => session);
}

export async function insertHeldGrant(tx: Tx, session: string, grant: string): Promise<void> {
  await tx
    .insertInto('session_grants')
    .values({ session_hash: session, grant_id: grant })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The grants of a session that has not expired. */
export async function selectHeldGrants(db: Db, session: string, now: number): Promise<Grant[]> {
  const rows = await db
    .selectFrom('grants')
    .innerJoin('session_grants', 'session_grants.grant_id', 'grants.id')
    .innerJoin('trainer_sessions', 'trainer_sessions.token_hash', 'session_grants.session_hash')
    .selectAll('grants')
    .where('session_grants.session_hash', '=', session)
    .where('trainer_sessions.expires_at', '>', now)
    .orderBy('grants.made_at')
    .execute();
  return rows.map(read);
}
