/** Saves a whole exercise from time to time; a snapshot only makes the next start faster. */
import type { Exercise } from '../../shared/exercise/exercise.ts';
import type { LogStore } from '../storage/exercise-store.ts';
import type { Streams } from './streams.ts';
import type { Timing } from './timing.ts';

const MIN_EVENTS = 200;
/**
 * Writing a snapshot blocks the process, longer the longer the exercise is. The next one is due when the log has doubled,
 * and not within these minutes. Folding the rest of the log at a start takes no longer than reading a snapshot of it.
 */
const GROWTH = 1;
const GAP_MS = 5 * 60_000;
/** Exercises of equal length would all be due in the same second; this gap keeps one pause short. */
const GAP_BETWEEN_EXERCISES_MS = 1000;
/** The earliest time of the next snapshot of any exercise, per store. */
const nextInto = new WeakMap<object, number>();

interface SnapshotOptions {
  id: string;
  store: Pick<LogStore, 'saveSnapshot'>;
  streams: Streams;
  timing: Timing;
  onError: (error: unknown) => void;
}

export class Snapshots {
  readonly #options: SnapshotOptions;
  #seq: number;
  /** The first may be written at once. */
  #notBefore = Number.NEGATIVE_INFINITY;

  /** `seq` is the last event that the newest snapshot or the start has read. */
  constructor(seq: number, options: SnapshotOptions) {
    this.#seq = seq;
    this.#options = options;
  }

  /** Saves `exercise` if enough has happened since the last snapshot. */
  consider(exercise: Exercise): void {
    const { id, store, streams, timing, onError } = this.#options;
    const { seq } = exercise;
    if (seq < this.#seq + Math.max(MIN_EVENTS, this.#seq * GROWTH)) return;
    const now = timing.now();
    if (now < Math.max(this.#notBefore, nextInto.get(store) ?? now)) return;
    nextInto.set(store, now + GAP_BETWEEN_EXERCISES_MS);
    this.#notBefore = now + GAP_MS;
    this.#seq = seq;
    const payload = JSON.stringify({ exercise, streams: streams.toRecords() });
    store.saveSnapshot(id, { seq, payload }).catch(onError);
  }
}
