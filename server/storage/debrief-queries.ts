/** Queries of stored debriefs. */
import { crc32 } from 'node:zlib';
import type { Kysely, Transaction } from 'kysely';
import type { KeptDebrief } from './exercise-store.ts';
import type { Tables } from './tables.ts';

/** Stores the first debrief of an exercise; has no effect on a second one, or after the exercise was erased. */
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

/** `damaged` if the checksum does not match; the versions of rules and rubric are still returned. */
export async function selectDebrief(
  db: Kysely<Tables>,
  exercise: string,
): Promise<(KeptDebrief & { damaged?: true }) | undefined> {
  const row = await db.selectFrom('debriefs').selectAll().where('exercise', '=', exercise).executeTakeFirst();
  if (!row) return undefined;
  const { rules, rubric, seq, payload, sum } = row;
  return { rules, rubric, seq, payload, ...(sum !== crc32(payload) && { damaged: true as const }) };
}
