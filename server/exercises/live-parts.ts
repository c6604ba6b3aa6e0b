/** What an exercise under way is made of, who listens to it, and when it is written down as a whole. */
import type { Event } from '../../shared/exercise/events.ts';
import type { Exercise } from '../../shared/exercise/exercise.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { ExerciseRecord, LogStore } from '../storage/exercise-store.ts';
import type { Host } from './host.ts';
import type { Batch, Streams } from './streams.ts';

export interface Listener {
  /** Events that have just become durable, by stream. */
  batches(batches: readonly Batch[], events: readonly Event[]): void;
  /** Status, pace, phase or clock may have changed. */
  changed(): void;
}

export interface LiveExerciseParts {
  record: ExerciseRecord;
  compiled: CompiledScenario;
  store: LogStore;
  host: Host;
  exercise: Exercise;
  streams: Streams;
  /** How fast the clock runs beside the pace of the case; 1 when left out. Only the author's preview says anything else. */
  speed?: number | undefined;
  /** Something failed that nobody asked for, so nobody can be told by an answer. */
  onError: (error: unknown) => void;
}

/** Who hears of an exercise. */
export class Listeners {
  readonly #listeners = new Set<Listener>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#listeners.clear();
  }

  /** What happened has happened: somebody who cannot hear it keeps neither the others nor the one who asked from their answer. */
  tell(tell: (listener: Listener) => void): void {
    for (const listener of this.#listeners) {
      try {
        tell(listener);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}

const SNAPSHOT_EVERY = 200;
/**
 * A snapshot is as long as the exercise, many times over, and everybody waits while it is made: the next one when the log is twice
 * as long, and not within these minutes, or a busy exercise would do little else. Folding the rest of the log at a start takes
 * no longer than reading a snapshot of it.
 */
const SNAPSHOT_SHARE = 1;
const SNAPSHOT_GAP_MS = 5 * 60_000;
/** Classes that grow alike would all write theirs in one second: one after the other, so that nobody waits for more than one. */
const ANY_SNAPSHOT_GAP_MS = 1000;
/** When the next may be written, of whatever exercise, by where they are written. */
const nextInto = new WeakMap<object, number>();

/** Writes an exercise down as a whole now and then: it only saves time at the next start. */
export class Snapshots {
  readonly #parts: LiveExerciseParts;
  #seq: number;
  /** Not before this moment; the first may come at once. */
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(parts: LiveExerciseParts) {
    this.#parts = parts;
    this.#seq = parts.exercise.seq;
  }

  /** Keeps one where enough has happened since the last. */
  consider(exercise: Exercise): void {
    const { record, store, streams, host, onError } = this.#parts;
    const { seq } = exercise;
    if (seq < this.#seq + Math.max(SNAPSHOT_EVERY, this.#seq * SNAPSHOT_SHARE)) return;
    const now = host.now();
    if (now < Math.max(this.#notBefore, nextInto.get(store) ?? now)) return;
    nextInto.set(store, now + ANY_SNAPSHOT_GAP_MS);
    this.#notBefore = now + SNAPSHOT_GAP_MS;
    this.#seq = seq;
    const payload = JSON.stringify({ exercise, streams: streams.toRecords() });
    store.saveSnapshot(record.id, { seq, payload }).catch(onError);
  }
}
