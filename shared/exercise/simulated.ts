/** Simulated desks, as the core knows them: seats that nobody holds a token of. Who moves them is not its concern. */
import type { BotKind, Manner } from '../vocabulary/enums.ts';
import type { RoleId, SeatId } from './ids.ts';
import type { World } from './world.ts';

/** How a desk is simulated. Trainers only: those who deal with the desk find out by dealing with it. */
export interface Simulation {
  role: RoleId;
  kind: BotKind;
  manner: Manner;
  /** Of all its chance. */
  seed: number;
}

/** Each desk has one seat for this, always the same, so that no other seat can be taken for it. */
export const simulatedSeat = (role: RoleId): SeatId => `sim-${role}`;

/** True while this desk is simulated. */
export const isSimulated = (world: World, role: RoleId): boolean => {
  const seat = world.seats[simulatedSeat(role)];
  return seat !== undefined && !seat.freed;
};
