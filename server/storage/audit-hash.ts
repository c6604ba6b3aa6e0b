/** How a line of the audit is chained to the one before. */
import { createHash } from 'node:crypto';
import type { AuditEntry } from './exercise-store.ts';

/** What the first line follows. */
export const FIRST_HASH = '0'.repeat(64);

/** SHA-256 over the hash before and the line in one fixed form; nothing of a line can change without its hash. */
export function hashOfLine(before: string, line: AuditEntry & { seq: number }): string {
  const { seq, at, who, act, exercise, subject, detail } = line;
  const canonical = JSON.stringify([seq, at, who, act, exercise ?? null, subject ?? null, detail ?? '']);
  return createHash('sha256').update(`${before}\n${canonical}`).digest('hex');
}
