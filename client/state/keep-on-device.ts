/** Keeps drafts, seen marks and unanswered commands on the device, so that a reload loses nothing. */
import type { ClientStore } from './client-store.ts';
import { forget, keep, readKept } from './device-store.ts';
import type { ClientState } from './reduce-client-state.ts';

const PARTS = ['drafts', 'seen', 'pending'] as const;
const keyOf = (place: string, part: string): string => `baraza.${place}.${part}`;

/** Fills the store with what was kept for a place (room and seat), and keeps it in step from then on. */
export function keepOnDevice(store: ClientStore, place: string): () => void {
  const kept: Partial<Pick<ClientState, 'seen' | 'drafts' | 'pending'>> = {};
  for (const part of PARTS) {
    const value = readKept('local', keyOf(place, part));
    if (typeof value === 'object' && value !== null) Object.assign(kept, { [part]: value });
  }
  store.dispatch({ type: 'restore', kept });
  let last = store.get();
  return store.subscribe((state) => {
    for (const part of PARTS) if (state[part] !== last[part]) keep('local', keyOf(place, part), state[part]);
    last = state;
  });
}

export function forgetPlace(place: string): void {
  for (const part of PARTS) forget('local', keyOf(place, part));
}
