/** Copies what everybody may know into the room's state; only what differs is sent. */
import type { PublicState } from '../../shared/protocol/messages.ts';
import { type RoomState, SeatState } from './room-state.ts';

export function projectState(state: RoomState, now: PublicState): void {
  state.status = now.status;
  state.caseMs = now.caseMs;
  state.pace = now.pace;
  state.phase = now.phase;
  while (state.roster.length > now.roster.length) state.roster.pop();
  for (const [index, seat] of now.roster.entries()) {
    const kept = state.roster[index];
    if (kept) kept.assign(seat);
    else state.roster.push(new SeatState().assign(seat));
  }
}
