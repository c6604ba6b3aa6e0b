/** A real store on disk, in its own folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event } from '../../../shared/exercise/events.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import type { ExerciseRecord, ExerciseStore } from '../../../server/storage/exercise-store.ts';
import { openSqliteStore } from '../../../server/storage/open-sqlite.ts';

export async function withStore<T>(work: (store: ExerciseStore) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-bench-store-'));
  const store = await openSqliteStore(folder);
  try {
    return await work(store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

let made = 0;

/** Stores an exercise of Trial Match with this log. */
export async function keepExercise(
  store: ExerciseStore,
  compiled: CompiledScenario,
  events: Event[],
): Promise<ExerciseRecord> {
  made += 1;
  const record: ExerciseRecord = {
    id: `bench-${made}`,
    scenario: compiled.scenario.id,
    hash: compiled.hash,
    pin: `B${made}`,
    languages: ['en'],
    pace: compiled.scenario.pace,
    seating: 'choice',
    without: [],
    createdAt: Date.now(),
    clock: compiled.scenario.starts,
  };
  await store.create(record, { 'scenario.yaml': '' }, events);
  return record;
}
