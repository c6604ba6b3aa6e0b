/** Detects that a person took this desk over from a simulation. */
import { isSimulated, simulatedSeat } from '../../../../shared/exercise/simulated.ts';
import type { World } from '../../../../shared/exercise/world.ts';

/** The topic of the note's seen mark. */
export const HANDOVER_TOPIC = 'handover';

export const isTakenOver = (world: World, role: string): boolean =>
  simulatedSeat(role) in world.seats && !isSimulated(world, role);
