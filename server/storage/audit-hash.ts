/** The hash chain of the audit. */
import { createHash } from 'node:crypto';
import type { AuditEntry } from './exercise-store.ts';

/** The hash before the first line. */
export const FIRST_HASH = '0'.repeat(64);

/** SHA-256 over the previous hash and all fields of the line in a fixed form. */
export function hashOfLine(before: string, line: AuditEntry & { seq: number }): string {
  const { seq, at, who, act, exercise, subject, detail } = line;
  const canonical = JSON.stringify([seq, at, who, act, exercise ?? null, subject ?? null, detail ?? '']);
  return createHash('sha256').update(`${before}\n${canonical}`).digest('hex');
}
