/** Queries of seats, the trainer key and sessions. Only hashes of secrets are stored. */
import type { Kysely, Transaction } from 'kysely';
import type { NewParticipant, Participant } from './exercise-store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;
type Tx = Transaction<Tables>;

export async function insertParticipant(tx: Tx, person: NewParticipant): Promise<void> {
  const { exercise, seat, name, language, tokenHash, joinHash } = person;
  await tx
    .insertInto('participants')
    .values({
      exercise,
      seat,
      language,
      token_hash: tokenHash,
      join_hash: joinHash ?? null,
      code_hash: null,
      code_expires_at: null,
    })
    .execute();
  await tx.insertInto('names').values({ exercise, seat, name }).execute();
}

function people(db: Db) {
  return db
    .selectFrom('participants')
    .leftJoin('names', (join) =>
      join.onRef('names.exercise', '=', 'participants.exercise').onRef('names.seat', '=', 'participants.seat'),
    )
    .select(['participants.exercise', 'participants.seat', 'participants.language', 'names.name']);
}

const named = (row: Omit<Participant, 'name'> & { name: string | null }): Participant => ({
  ...row,
  name: row.name ?? '',
});

export async function selectParticipants(db: Db, exercise: string): Promise<Participant[]> {
  return (await people(db).where('participants.exercise', '=', exercise).execute()).map(named);
}

export async function selectByToken(db: Db, tokenHash: string): Promise<Participant | undefined> {
  const row = await people(db).where('participants.token_hash', '=', tokenHash).executeTakeFirst();
  return row && named(row);
}

export async function updateLanguage(tx: Tx, exercise: string, seat: string, language: string): Promise<void> {
  await tx
    .updateTable('participants')
    .set({ language })
    .where('exercise', '=', exercise)
    .where('seat', '=', seat)
    .execute();
}

export async function updateToken(
  tx: Tx,
  exercise: string,
  seat: string,
  tokenHash: string | undefined,
): Promise<void> {
  await tx
    .updateTable('participants')
    .set({ token_hash: tokenHash ?? null, join_hash: null })
    .where('exercise', '=', exercise)
    .where('seat', '=', seat)
    .execute();
}

export async function renewJoin(
  tx: Tx,
  exercise: string,
  joinHash: string,
  tokenHash: string,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('participants')
    .set({ token_hash: tokenHash })
    .where('exercise', '=', exercise)
    .where('join_hash', '=', joinHash)
    .returning('seat')
    .executeTakeFirst();
  return row?.seat;
}

export async function updateCode(
  tx: Tx,
  exercise: string,
  seat: string,
  hash: string,
  expiresAt: number,
): Promise<void> {
  await tx
    .updateTable('participants')
    .set({ code_hash: hash, code_expires_at: expiresAt })
    .where('exercise', '=', exercise)
    .where('seat', '=', seat)
    .execute();
}

export async function takeCode(tx: Tx, exercise: string, codeHash: string, now: number): Promise<string | undefined> {
  const row = await tx
    .updateTable('participants')
    .set({ code_hash: null, code_expires_at: null })
    .where('exercise', '=', exercise)
    .where('code_hash', '=', codeHash)
    .where('code_expires_at', '>', now)
    .returning('seat')
    .executeTakeFirst();
  return row?.seat;
}

export async function selectKeyHash(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('trainer_keys').select('hash').where('id', '=', 1).executeTakeFirst())?.hash;
}

export async function replaceKeyHash(tx: Tx, hash: string, now: number): Promise<void> {
  await tx
    .insertInto('trainer_keys')
    .values({ id: 1, hash, created_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ hash, created_at: now }))
    .execute();
  await tx.deleteFrom('trainer_sessions').execute();
}

export async function insertSession(tx: Tx, tokenHash: string, expiresAt: number, host: boolean): Promise<void> {
  await tx
    .insertInto('trainer_sessions')
    .values({ token_hash: tokenHash, expires_at: expiresAt, host: host ? 1 : 0 })
    .execute();
}

export async function sessionIsOfHost(db: Db, tokenHash: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('trainer_sessions')
    .select('host')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.host === 1;
}

export async function sessionIsOpen(db: Db, tokenHash: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('trainer_sessions')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('trainer_sessions').where('token_hash', '=', tokenHash).execute();
}
