/** Wraps the store: times the appends and counts their failures. */
import { type ExerciseStore, StorageError } from '../storage/exercise-store.ts';
import type { Metrics } from './metrics.ts';

const reasonOf = (error: unknown): string => (error instanceof StorageError ? error.reason : 'other');

export const measuredStore = (store: ExerciseStore, metrics: Metrics): ExerciseStore => ({
  ...store,
  append: (append) => metrics.timed(() => store.append(append), reasonOf),
});
