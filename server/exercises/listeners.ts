/** Subscribers of one exercise. */
import type { Event } from '../../shared/exercise/events.ts';
import type { Batch } from './streams.ts';

export interface Listener {
  /** Events that have just become durable, by stream. */
  batches(batches: readonly Batch[], events: readonly Event[]): void;
  /** Status, pace, phase or clock may have changed. */
  changed(): void;
}

export class Listeners {
  readonly #listeners = new Set<Listener>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** The returned function unsubscribes. */
  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#listeners.clear();
  }

  /** The events are durable already: a listener that throws is reported and stops neither the others nor the answer. */
  notify(call: (listener: Listener) => void): void {
    for (const listener of this.#listeners) {
      try {
        call(listener);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
