/** Simulated desks, as the core knows them: seats that nobody holds a token of. Who moves them is not its concern. */
import type { Manner } from '../scenario/schema/basics.ts';
import type { RoleId, SeatId } from './ids.ts';
import type { World } from './world.ts';

/**
 * - `by-the-book`: follows the SOP, the law pack's duties and what its desk is expected to do.
 * - `careless`: does the work, but skips what takes care: alone with the escort, no consent, everything to everybody.
 * - `random`: whatever its desk is offered, good or bad.
 * - `slow`: by the book, but late: lets deadlines pass.
 */
export const BOT_KINDS = ['by-the-book', 'careless', 'random', 'slow'] as const;
export type BotKind = (typeof BOT_KINDS)[number];

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
