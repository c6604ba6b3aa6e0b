/** The seats by desk, and what is missing before the start. Gaps are warnings; only an empty required desk needs a confirmation. */
import type { JoinRole } from '../../../../shared/protocol/api.ts';
import type { PublicSeat } from '../../../../shared/protocol/messages.ts';

export interface DeskRoster {
  role: string;
  required: boolean;
  max: number;
  /** The people; a simulated desk has none. */
  seats: PublicSeat[];
  simulated: boolean;
}

export interface Coverage {
  desks: DeskRoster[];
  /** Seats without a desk. */
  unseated: PublicSeat[];
  /** Required desks without people or simulation. */
  empty: string[];
  /** Optional desks without people or simulation. */
  unused: string[];
  simulated: string[];
  away: PublicSeat[];
  notReady: PublicSeat[];
  here: number;
  all: number;
}

export function coverageOf(roles: readonly JoinRole[], roster: readonly PublicSeat[]): Coverage {
  const people = roster.filter((seat) => !seat.simulated);
  const desks = roles.map((role) => ({
    role: role.role,
    required: role.required,
    max: role.max,
    seats: people.filter((seat) => seat.role === role.role),
    simulated: roster.some((seat) => seat.simulated && seat.role === role.role),
  }));
  const isEmpty = (desk: DeskRoster): boolean => desk.seats.length === 0 && !desk.simulated;
  return {
    desks,
    unseated: people.filter((seat) => !roles.some((role) => role.role === seat.role)),
    empty: desks.filter((desk) => desk.required && isEmpty(desk)).map((desk) => desk.role),
    unused: desks.filter((desk) => !desk.required && isEmpty(desk)).map((desk) => desk.role),
    simulated: desks.filter((desk) => desk.simulated).map((desk) => desk.role),
    away: people.filter((seat) => !seat.connected),
    notReady: people.filter((seat) => seat.connected && !(seat.ready && seat.briefRead)),
    here: people.filter((seat) => seat.connected).length,
    all: people.length,
  };
}
