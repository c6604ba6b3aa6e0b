/** Keeps drafts, seen marks and unanswered commands on the device, so that a reload loses nothing. */
import type { ClientStore } from './client-store.ts';
import { forget, forgetAll, keep, readKept } from './device-store.ts';
import type { ClientState } from './reduce-client-state.ts';
import { forgetPass } from './seat-pass.ts';

const PARTS = ['drafts', 'seen', 'pending'] as const;
const PLACES = 'baraza.place.';
/** Under what a part of a place (room and seat) is kept. */
export const keyOf = (place: string, part: (typeof PARTS)[number]): string => `${PLACES}${place}.${part}`;

/**
 * Fills the store with what was kept for a place (room and seat), and keeps it in step from then on. When the class is over,
 * drafts have nowhere to go any more: what was kept is cleared, and nothing is kept from then on.
 */
export function keepOnDevice(store: ClientStore, place: string): () => void {
  const kept: Partial<Pick<ClientState, 'seen' | 'drafts' | 'pending'>> = {};
  for (const part of PARTS) {
    const value = readKept('local', keyOf(place, part));
    if (typeof value === 'object' && value !== null) Object.assign(kept, { [part]: value });
  }
  store.dispatch({ type: 'restore', kept });
  let last = store.get();
  return store.subscribe((state) => {
    if (hasEnded(state)) return forgetPlace(place);
    for (const part of PARTS) if (state[part] !== last[part]) keep('local', keyOf(place, part), state[part]);
    last = state;
  });
}

const hasEnded = ({ public: everybody, world }: ClientState): boolean =>
  (everybody?.status ?? world.status) === 'ended';

/** On a device that may be another person's next: no pass, no draft of any class stays. */
export function leaveNothing(): void {
  forgetPass();
  forgetAll('local', PLACES);
}

export function forgetPlace(place: string): void {
  for (const part of PARTS) forget('local', keyOf(place, part));
}
