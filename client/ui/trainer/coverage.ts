/** Who is here, desk by desk, and what is still missing before the start. It warns; only an empty required desk asks. */
import type { JoinRole } from '../../../shared/protocol/api.ts';
import type { PublicSeat } from '../../../shared/protocol/messages.ts';

export interface DeskRoster {
  role: string;
  required: boolean;
  max: number;
  seats: PublicSeat[];
}

export interface Coverage {
  desks: DeskRoster[];
  /** Seats that have no desk yet. */
  unseated: PublicSeat[];
  /** Required desks with nobody. */
  empty: string[];
  /** Other desks with nobody. */
  unused: string[];
  away: PublicSeat[];
  notReady: PublicSeat[];
  here: number;
  all: number;
}

export function coverageOf(roles: readonly JoinRole[], roster: readonly PublicSeat[]): Coverage {
  const desks = roles.map((role) => ({
    role: role.role,
    required: role.required,
    max: role.max,
    seats: roster.filter((seat) => seat.role === role.role),
  }));
  const nobody = (desk: DeskRoster): boolean => desk.seats.length === 0;
  return {
    desks,
    unseated: roster.filter((seat) => !roles.some((role) => role.role === seat.role)),
    empty: desks.filter((desk) => desk.required && nobody(desk)).map((desk) => desk.role),
    unused: desks.filter((desk) => !desk.required && nobody(desk)).map((desk) => desk.role),
    away: roster.filter((seat) => !seat.connected),
    notReady: roster.filter((seat) => seat.connected && !(seat.ready && seat.briefRead)),
    here: roster.filter((seat) => seat.connected).length,
    all: roster.length,
  };
}
