/** How long a class is kept, and which ones are due to go. */
import type { ExerciseRecord } from '../storage/exercise-store.ts';

export const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;

/** When a class goes: so many days after its end; where nobody ended it, after it was last under way, or was opened. */
export const goesAt = ({ endedAt, touchedAt, createdAt, retentionDays = DEFAULT_DAYS }: ExerciseRecord): number =>
  (endedAt ?? Math.max(touchedAt ?? 0, createdAt)) + retentionDays * DAY_MS;

/** Classes whose time is over, longest first. Whether one is under way is for the caller to know. */
export const dueBy = (records: readonly ExerciseRecord[], now: number): ExerciseRecord[] =>
  records.filter((record) => goesAt(record) <= now).toSorted((a, b) => goesAt(a) - goesAt(b));
