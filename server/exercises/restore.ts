/** Restores an exercise from the newest snapshot and the log after it. */
import { emptyExercise, type Exercise, WorldDraft } from '../../shared/exercise/exercise.ts';
import { evolveExerciseDraft } from '../../shared/exercise/truth.ts';
import { emptyWorld } from '../../shared/exercise/world.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { ExerciseRecord, LogStore } from '../storage/exercise-store.ts';
import type { CaseClock } from './case-clock.ts';
import { LiveExercise } from './live-exercise.ts';
import { ALWAYS_THERE, type StreamRecord, Streams } from './streams.ts';
import type { Timing } from './timing.ts';

interface RestoreOptions {
  record: ExerciseRecord;
  compiled: CompiledScenario;
  store: LogStore;
  timing: Timing;
  onError: (error: unknown) => void;
  /** Set for an exercise that has just been made: it runs on, on this clock, instead of being paused. */
  clock?: CaseClock | undefined;
  /** Its newest events are missing from the database. */
  cutOff?: boolean | undefined;
}

/** The exercise in its last state; a running one is paused, because the server was down. */
export async function restoreExercise(options: RestoreOptions): Promise<LiveExercise> {
  const { record, compiled, store } = options;
  const snapshot = await readSnapshot(store, record.id);
  let exercise = snapshot?.exercise ?? emptyExercise();
  const streams = new Streams(snapshot?.streams);
  const draft = new WorldDraft({ messages: streams.messages });
  for (const event of await store.read(record.id, exercise.seq)) {
    exercise = evolveExerciseDraft(draft, compiled, exercise, event);
    streams.add([event], exercise.world);
  }
  const live = new LiveExercise({ ...options, exercise, streams });
  if (live.status === 'running' && !options.clock) await live.pauseAt(Math.max(record.clock, exercise.world.now));
  if (options.cutOff) live.reportStandstill({ reason: 'cut-off', over: false });
  return live;
}

/** A snapshot only saves time: an unreadable one is ignored. */
async function readSnapshot(store: LogStore, id: string): Promise<Kept | undefined> {
  const kept = await store.loadSnapshot(id);
  if (!kept) return undefined;
  try {
    const read: unknown = JSON.parse(kept.payload);
    return isWhole(read, kept.seq) ? read : undefined;
  } catch {
    return undefined;
  }
}

interface Kept {
  exercise: Exercise;
  streams: Record<string, StreamRecord>;
}

/** True if the snapshot has this sequence number and every part of today's world; one of an older version may lack some. */
function isWhole(read: unknown, seq: number): read is Kept {
  const { exercise, streams } = (read ?? {}) as Partial<Kept>;
  const worlds = [exercise?.world, ...Object.values(streams ?? {}).map((stream) => stream.world)];
  return (
    exercise?.seq === seq &&
    typeof exercise.happened === 'object' &&
    typeof streams === 'object' &&
    ALWAYS_THERE.every((key) => Object.hasOwn(streams, key)) &&
    worlds.every((world) => Object.keys(emptyWorld()).every((part) => Object.hasOwn(world ?? {}, part)))
  );
}
