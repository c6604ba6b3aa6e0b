/** Closes the room connections of a session that has ended. */
import { matchMaker } from '@colyseus/core';
import type { OpenExercise } from '../exercises/exercise-registry.ts';
import type { RoomClient } from './hardened-room.ts';

/** The client treats this close code as temporary: it requests a new ticket and is asked to sign in. */
const SIGNED_OUT = 4102;

export function closeRoomsOf(who: string, exercises: readonly OpenExercise[]): void {
  for (const { live } of exercises) {
    const clients = (matchMaker.getLocalRoomById(live.id)?.clients ?? []) as Iterable<RoomClient>;
    const own = Array.from(clients).filter(({ auth }) => auth?.session === who);
    for (const client of own) client.leave(SIGNED_OUT);
  }
}
