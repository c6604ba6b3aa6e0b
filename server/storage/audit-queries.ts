/** Queries of the audit: a chain in which every line's hash covers the line before. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import { FIRST_HASH, hashOfLine } from './audit-hash.ts';
import type { AuditEntry, AuditLine } from './exercise-store.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;
type Tx = Transaction<Tables>;

/** The head row and the new line are written together, so the chain has no fork and no gap. */
export async function insertLine(tx: Tx, entry: AuditEntry): Promise<AuditLine> {
  const head = (await selectHead(tx)) ?? { seq: 0, hash: FIRST_HASH };
  const seq = head.seq + 1;
  const line = { ...entry, seq, hash: hashOfLine(head.hash, { ...entry, seq }) };
  await tx.insertInto('audit').values(toRow(line)).execute();
  await tx
    .insertInto('audit_head')
    .values({ id: 1, seq, hash: line.hash })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seq, hash: line.hash }))
    .execute();
  return line;
}

export async function selectLines(db: Db, afterSeq: number, most: number): Promise<AuditLine[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(most)
    .execute();
  return rows.map(toLine);
}

export const selectHead = (db: Db): Promise<{ seq: number; hash: string } | undefined> =>
  db.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirst();

/** `seq:hash` of the last line: an anchor to store elsewhere. */
export async function selectAnchor(db: Db): Promise<string | null> {
  const head = await selectHead(db);
  return head ? `${head.seq}:${head.hash}` : null;
}

/** The anchors that ended classes hold. */
export async function selectAnchors(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('exercises').select('audit_anchor').where('audit_anchor', 'is not', null).execute();
  return rows.flatMap(({ audit_anchor }) => audit_anchor ?? []);
}

const toRow = ({ exercise, subject, detail, ...line }: AuditLine): Selectable<Tables['audit']> => ({
  ...line,
  exercise: exercise ?? null,
  subject: subject ?? null,
  detail: detail ?? '',
});

const toLine = ({ exercise, subject, detail, ...line }: Selectable<Tables['audit']>): AuditLine => ({
  ...line,
  ...(exercise !== null && { exercise }),
  ...(subject !== null && { subject }),
  ...(detail !== '' && { detail }),
});
