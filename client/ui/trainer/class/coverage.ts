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

interface CheckLine {
  /** Zero is good. */
  count: number;
  good: 'lobby.covered' | 'lobby.allSeated' | 'lobby.allHere' | 'lobby.allReady';
  missing: 'lobby.empty' | 'lobby.noOne' | 'lobby.unseated' | 'lobby.away' | 'lobby.notReady';
}

/**
 * What to check before the start. “Everybody …” is said of people who are here: without people, the list says that no one has
 * joined, and while someone is away it does not say that everybody is ready.
 */
export function checklistOf({ empty, unseated, away, notReady, here, all, simulated }: Coverage): CheckLine[] {
  const desks: CheckLine = { count: empty.length, good: 'lobby.covered', missing: 'lobby.empty' };
  const noOne: CheckLine = { count: 1, good: 'lobby.allHere', missing: 'lobby.noOne' };
  if (all === 0) return simulated.length > 0 && empty.length === 0 ? [desks] : [desks, noOne];
  const ready: CheckLine = { count: notReady.length, good: 'lobby.allReady', missing: 'lobby.notReady' };
  return [
    desks,
    { count: unseated.length, good: 'lobby.allSeated', missing: 'lobby.unseated' },
    { count: away.length, good: 'lobby.allHere', missing: 'lobby.away' },
    ...(here === all || notReady.length > 0 ? [ready] : []),
  ];
}
