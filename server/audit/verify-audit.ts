/** Verifies the hash chain of the audit. */
import type { Kysely } from 'kysely';
import { FIRST_HASH, hashOfLine } from '../storage/audit-hash.ts';
import { selectAnchors, selectHead, selectLines } from '../storage/audit-queries.ts';
import type { AuditLine } from '../storage/exercise-store.ts';
import type { Tables } from '../storage/tables.ts';

const LINES_AT_ONCE = 1000;

interface Anchor {
  seq: number;
  hash: string;
}

/**
 * `changed`: this line was modified. `missing`: a line before this one was deleted. `cut-off`: lines after this one were
 * deleted. `rewritten`: the chain is consistent, but an anchor has another hash for this line.
 */
export type AuditFault = 'changed' | 'missing' | 'cut-off' | 'rewritten';
export type AuditCheck =
  | { ok: true; lines: number; last: string | undefined; anchors: number }
  | { ok: false; fault: AuditFault; seq: number };

/**
 * Checks every line, the head, the anchors of ended classes, and the anchors in `given` (`seq:hash`, for example from a
 * backup or from a downloaded audit file).
 */
export async function verifyAudit(db: Kysely<Tables>, given: readonly string[] = []): Promise<AuditCheck> {
  const anchors = [...(await selectAnchors(db)), ...given].map(readAnchor);
  const head = await selectHead(db);
  let last: Anchor = { seq: 0, hash: FIRST_HASH };
  for (;;) {
    const lines = await selectLines(db, last.seq, LINES_AT_ONCE);
    if (lines.length === 0) break;
    for (const line of lines) {
      const fault = faultOf(line, last, anchors);
      if (fault) return { ok: false, fault, seq: line.seq };
      last = line;
    }
  }
  const longest = Math.max(head?.seq ?? 0, ...anchors.map(({ seq }) => seq));
  if (longest > last.seq) return { ok: false, fault: 'cut-off', seq: last.seq };
  if (last.seq > 0 && head?.hash !== last.hash) return { ok: false, fault: 'rewritten', seq: last.seq };
  return {
    ok: true,
    lines: last.seq,
    last: last.seq > 0 ? `${last.seq}:${last.hash}` : undefined,
    anchors: anchors.length,
  };
}

function faultOf(line: AuditLine, before: Anchor, anchors: readonly Anchor[]) {
  if (line.seq !== before.seq + 1) return 'missing';
  if (hashOfLine(before.hash, line) !== line.hash) return 'changed';
  return anchors.some(({ seq, hash }) => seq === line.seq && hash !== line.hash) ? 'rewritten' : undefined;
}

function readAnchor(text: string): Anchor {
  const [seq, hash = ''] = text.split(':');
  return { seq: Number(seq), hash };
}
