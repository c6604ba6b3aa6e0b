/** Rebuilds an exercise from what is kept of it: the last snapshot, and the log after it. */
import { emptyExercise, evolveExercise, type Exercise } from '../../shared/exercise/exercise.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { ExerciseRecord, LogStore } from '../storage/exercise-store.ts';
import type { Host } from './host.ts';
import { LiveExercise } from './live-exercise.ts';
import { type StreamRecord, Streams } from './streams.ts';

interface Parts {
  record: ExerciseRecord;
  compiled: CompiledScenario;
  store: LogStore;
  host: Host;
  onError: (error: unknown) => void;
}

/** The exercise as it stood, paused where it was running: nobody was there to play on. */
export async function restoreExercise(parts: Parts): Promise<LiveExercise> {
  const { record, compiled, store } = parts;
  const snapshot = await readSnapshot(store, record.id);
  let exercise = snapshot?.exercise ?? emptyExercise();
  const streams = new Streams(snapshot?.streams);
  for (const event of await store.read(record.id, exercise.seq)) {
    exercise = evolveExercise(compiled, exercise, event);
    streams.add([event], exercise.world);
  }
  const live = new LiveExercise({ ...parts, exercise, streams });
  if (live.status === 'running') await live.pauseAt(Math.max(record.clock, exercise.world.now));
  return live;
}

/** A snapshot only saves time; one that cannot be read is as good as none. */
async function readSnapshot(
  store: LogStore,
  id: string,
): Promise<{ exercise: Exercise; streams: Record<string, StreamRecord> } | undefined> {
  const kept = await store.loadSnapshot(id);
  if (!kept) return undefined;
  try {
    return JSON.parse(kept.payload) as { exercise: Exercise; streams: Record<string, StreamRecord> };
  } catch {
    return undefined;
  }
}
