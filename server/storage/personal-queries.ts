/** Queries that remove personal data. Log, debrief and settings stay; they hold ids only. */
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;
type Tx = Transaction<Tables>;

export async function selectAllTexts(db: Db, exercise: string): Promise<Record<string, string>> {
  const rows = await db.selectFrom('texts').select(['ref', 'text']).where('exercise', '=', exercise).execute();
  return Object.fromEntries(rows.map(({ ref, text }) => [ref, text]));
}

const NO_PASS = { token_hash: null, join_hash: null, code_hash: null, code_expires_at: null };

export async function erasePerson(
  tx: Tx,
  exercise: string,
  seat: string,
  texts: Record<string, string>,
): Promise<void> {
  await tx.deleteFrom('names').where('exercise', '=', exercise).where('seat', '=', seat).execute();
  await tx.updateTable('participants').set(NO_PASS).where('exercise', '=', exercise).where('seat', '=', seat).execute();
  for (const [ref, text] of Object.entries(texts)) {
    await tx.updateTable('texts').set({ text }).where('exercise', '=', exercise).where('ref', '=', ref).execute();
  }
}

export async function anonymise(tx: Tx, exercise: string, mark: string): Promise<void> {
  await tx.deleteFrom('names').where('exercise', '=', exercise).execute();
  await tx.updateTable('participants').set(NO_PASS).where('exercise', '=', exercise).execute();
  await tx.updateTable('texts').set({ text: mark }).where('exercise', '=', exercise).execute();
  const row = await tx.selectFrom('exercises').select('settings').where('id', '=', exercise).executeTakeFirst();
  if (!row) return;
  const { label: _typedByTrainer, ...settings } = JSON.parse(row.settings) as Record<string, unknown>;
  await tx
    .updateTable('exercises')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', exercise)
    .execute();
}

export async function deleteOldSessions(tx: Tx, now: number): Promise<void> {
  await tx.deleteFrom('trainer_sessions').where('expires_at', '<=', now).execute();
}
