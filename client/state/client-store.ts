/** The one keeper of what the client knows. Framework-free: signals and Phaser scenes only subscribe. */
import { type ClientAction, type ClientState, emptyClientState, reduceClientState } from './reduce-client-state.ts';

export class ClientStore {
  #state: ClientState;
  readonly #listeners = new Set<(state: ClientState, action: ClientAction) => void>();

  constructor(initial: ClientState = emptyClientState()) {
    this.#state = initial;
  }

  get(): ClientState {
    return this.#state;
  }

  dispatch(action: ClientAction): void {
    const next = reduceClientState(this.#state, action);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener(next, action);
  }

  /** Hears of every change until the returned function is called. */
  subscribe(listener: (state: ClientState, action: ClientAction) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/**
 * Case time now: the server's last word, carried on by the device's clock while the exercise runs. Without a connection
 * nobody here knows whether it runs, so the clock stands where it was lost: better a leap ahead later than a step back.
 */
export function caseNow(state: ClientState, deviceNow: number): number {
  const known = state.public;
  if (!known) return state.world.now;
  const { phase, since } = state.connection;
  const until = phase === 'reconnecting' ? Math.min(deviceNow, since) : deviceNow;
  const moved = known.status === 'running' ? Math.max(0, until - state.publicAt) * known.pace : 0;
  return Math.max(state.world.now, known.caseMs + moved);
}
