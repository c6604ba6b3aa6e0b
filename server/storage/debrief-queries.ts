/** Queries of the debriefs that are stored at the end of an exercise. */
import { crc32 } from 'node:zlib';
import type { Kysely, Transaction } from 'kysely';
import type { KeptDebrief } from './exercise-store.ts';
import type { Tables } from './tables.ts';

/** The first one stays: an exercise is marked once. Nothing is stored of an exercise that was erased in the meantime. */
export async function insertDebrief(
  tx: Transaction<Tables>,
  exercise: string,
  { rules, rubric, seq, payload }: KeptDebrief,
  now: number,
): Promise<void> {
  const still = await tx.selectFrom('exercises').select('id').where('id', '=', exercise).executeTakeFirst();
  if (!still) return;
  await tx
    .insertInto('debriefs')
    .values({ exercise, rules, rubric, seq, kept_at: now, payload, sum: crc32(payload) })
    .onConflict((conflict) => conflict.column('exercise').doNothing())
    .execute();
}

/** `damaged` where the text is not what was written; its rules and rubric are still known. */
export async function selectDebrief(
  db: Kysely<Tables>,
  exercise: string,
): Promise<(KeptDebrief & { damaged?: true }) | undefined> {
  const row = await db.selectFrom('debriefs').selectAll().where('exercise', '=', exercise).executeTakeFirst();
  if (!row) return undefined;
  const { rules, rubric, seq, payload, sum } = row;
  return { rules, rubric, seq, payload, ...(sum !== crc32(payload) && { damaged: true as const }) };
}
