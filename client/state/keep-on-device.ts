/** Keeps drafts, seen marks and unanswered commands on the device, so that a reload loses nothing. */
import type { ClientStore } from './client-store.ts';
import { forget, forgetAll, keep, readKept } from '../device/device-store.ts';
import type { ClientState } from './reduce-client-state.ts';
import { forgetPass } from './seat-pass.ts';

const PARTS = ['drafts', 'seen', 'pending'] as const;
const PLACE_PREFIX = 'baraza.place.';
/** The storage key of one part of a place (room and seat). */
export const keyOf = (place: string, part: (typeof PARTS)[number]): string => `${PLACE_PREFIX}${place}.${part}`;

/**
 * Restores what the device kept for a place (room and seat), and keeps it up to date from then on. When the class has ended,
 * drafts have no use: the kept parts are deleted and nothing more is stored.
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

const hasEnded = ({ public: publicState, world }: ClientState): boolean =>
  (publicState?.status ?? world.status) === 'ended';

/** For a device that another person may use next: removes the pass and the drafts of every class. */
export function clearDevice(): void {
  forgetPass();
  forgetAll('local', PLACE_PREFIX);
}

export function forgetPlace(place: string): void {
  for (const part of PARTS) forget('local', keyOf(place, part));
}
