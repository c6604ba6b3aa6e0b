/** Who is here, desk by desk, and what is still missing before the start. It warns; only an empty required desk asks. */
import type { JoinRole } from '../../../../shared/protocol/api.ts';
import type { PublicSeat } from '../../../../shared/protocol/messages.ts';

export interface DeskRoster {
  role: string;
  required: boolean;
  max: number;
  /** People; a simulated desk has none. */
  seats: PublicSeat[];
  simulated: boolean;
}

export interface Coverage {
  desks: DeskRoster[];
  /** Seats that have no desk yet. */
  unseated: PublicSeat[];
  /** Required desks with nobody, and not simulated. */
  empty: string[];
  /** Other desks with nobody, and not simulated. */
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
  const nobody = (desk: DeskRoster): boolean => desk.seats.length === 0 && !desk.simulated;
  return {
    desks,
    unseated: people.filter((seat) => !roles.some((role) => role.role === seat.role)),
    empty: desks.filter((desk) => desk.required && nobody(desk)).map((desk) => desk.role),
    unused: desks.filter((desk) => !desk.required && nobody(desk)).map((desk) => desk.role),
    simulated: desks.filter((desk) => desk.simulated).map((desk) => desk.role),
    away: people.filter((seat) => !seat.connected),
    notReady: people.filter((seat) => seat.connected && !(seat.ready && seat.briefRead)),
    here: people.filter((seat) => seat.connected).length,
    all: people.length,
  };
}
