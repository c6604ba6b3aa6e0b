/** Signing out ends what was opened with the session: no wire of it goes on steering a class. */
import { matchMaker } from '@colyseus/core';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { RoomClient } from './hardened-room.ts';

/** Not for good, as far as the client knows: it asks for a new ticket and is told to sign in. */
const SIGNED_OUT = 4102;

export function closeRoomsOf(who: string, exercises: readonly OpenExercise[]): void {
  for (const { live } of exercises) {
    const clients = (matchMaker.getLocalRoomById(live.id)?.clients ?? []) as Iterable<RoomClient>;
    const own = Array.from(clients).filter(({ auth }) => auth?.trainer === who);
    for (const client of own) client.leave(SIGNED_OUT);
  }
}
