/** How long a class is stored, and which classes are due for erasure. */
import type { ExerciseRecord } from '../storage/exercise-store.ts';

export const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Wall-clock time of the erasure: the retention days after the end; for a class that never ended, after its last activity. */
export const erasureDueAt = ({ endedAt, touchedAt, createdAt, retentionDays = DEFAULT_DAYS }: ExerciseRecord): number =>
  (endedAt ?? Math.max(touchedAt ?? 0, createdAt)) + retentionDays * DAY_MS;

/** Classes whose retention is over, oldest first. The caller must leave out those that are under way. */
export const dueClasses = (records: readonly ExerciseRecord[], now: number): ExerciseRecord[] =>
  records.filter((record) => erasureDueAt(record) <= now).toSorted((a, b) => erasureDueAt(a) - erasureDueAt(b));
