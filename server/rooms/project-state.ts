/**
 * Copies public values into the room's state; Colyseus sends the differences.
 *
 * The case time always differs, so it is copied only with `clock`, or together with another public change: a patch after every
 * command would reveal to all desks that another desk had acted.
 */
import type { PublicSeat, PublicState } from '../../shared/protocol/messages.ts';
import { type RoomState, SeatState } from './room-state.ts';

/** The roster that a state shows, so that an unchanged array is not compared again. */
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
