/**
 * Copies what everybody may know into the room's state; only what differs is sent.
 *
 * The case time differs at every moment, so it is copied only where `clock` says so, or beside a change that everybody sees: a
 * patch sent whenever some desk did something would tell all the others that it did.
 */
import type { PublicSeat, PublicState } from '../../shared/protocol/messages.ts';
import { type RoomState, SeatState } from './room-state.ts';

/** The roster that a state shows: the same list need not be compared again. */
const shown = new WeakMap<RoomState, readonly PublicSeat[]>();

export function projectState(state: RoomState, now: PublicState, { clock }: { clock: boolean }): void {
  const turned = state.status !== now.status || state.pace !== now.pace || state.phase !== now.phase;
  if (clock || turned) state.caseMs = now.caseMs;
  state.status = now.status;
  state.pace = now.pace;
  state.phase = now.phase;
  if (shown.get(state) === now.roster) return;
  shown.set(state, now.roster);
  while (state.roster.length > now.roster.length) state.roster.pop();
  for (const [index, seat] of now.roster.entries()) {
    const kept = state.roster[index];
    if (kept) kept.assign(seat);
    else state.roster.push(new SeatState().assign(seat));
  }
}
