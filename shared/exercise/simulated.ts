/** Simulated desks in the core: seats without a token. The core does not care who sends their commands. */
import type { BotKind, Manner } from '../vocabulary/enums.ts';
import type { RoleId, SeatId } from './ids.ts';
import type { World } from './world.ts';

/** How a desk is simulated. For trainers only; other desks find out in play. */
export interface Simulation {
  role: RoleId;
  kind: BotKind;
  manner: Manner;
  /** Seed of its random generator. */
  seed: number;
}

/** The fixed seat of a simulated desk; no other seat can have this id. */
export const simulatedSeat = (role: RoleId): SeatId => `sim-${role}`;

/** True while this desk is simulated. */
export const isSimulated = (world: World, role: RoleId): boolean => {
  const seat = world.seats[simulatedSeat(role)];
  return seat !== undefined && !seat.freed;
};
