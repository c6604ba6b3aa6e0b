/** The single store of the client's state. Framework-free: signals and Phaser scenes subscribe to it. */
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

  /** Calls `listener` after every change. Returns the function that unsubscribes. */
  subscribe(listener: (state: ClientState, action: ClientAction) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/**
 * Case time now: the server's latest value, extrapolated by the device's clock while the exercise runs. During a reconnect the
 * clock stops at the moment of loss, because the exercise may be paused: a later jump forward is better than a step back.
 */
export function caseNow(state: ClientState, deviceNow: number): number {
  const known = state.public;
  if (!known) return state.world.now;
  const { phase, since } = state.connection;
  const until = phase === 'reconnecting' ? Math.min(deviceNow, since) : deviceNow;
  const moved = known.status === 'running' ? Math.max(0, until - state.publicAt) * known.pace : 0;
  return Math.max(state.world.now, known.caseMs + moved);
}
