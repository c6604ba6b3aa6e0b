/** Seats of a recorded exercise, numbered as in a playthrough: the n-th person at a desk. */
import { TRAINER } from '../access/stored-names.ts';
import { seatOfActor } from '../access/actor.ts';
import type { Command } from '../exercise/commands.ts';
import type { Event } from '../exercise/events.ts';
import type { CaseMs } from '../time.ts';
import { seatOf } from './session.ts';

export interface SeatNumbers {
  /** `police`, `police 2` or `trainer`. */
  who(from: Command['from'], at: CaseMs): string;
  /** The id of this seat in a playthrough (`police-2`); an id that is no seat stays the same. */
  seatId(id: string, at: CaseMs): string;
  /** Desks with more than one person. */
  seats: Record<string, number>;
}

interface Sitting {
  since: CaseMs;
  role: string;
  number: number;
}

export function numberSeats(events: readonly Event[]): SeatNumbers {
  const sittings = new Map<string, Sitting[]>();
  const occupied = new Map<string, (string | undefined)[]>();
  const leave = (seat: string, role: string) => {
    const places = occupied.get(role) ?? [];
    const index = places.indexOf(seat);
    if (index >= 0) places[index] = undefined;
  };
  for (const event of events) {
    if (event.type === 'seat-freed') leave(event.seat, event.role);
    if (event.type !== 'seat-taken' && event.type !== 'seat-moved') continue;
    if (event.type === 'seat-moved') leave(event.seat, event.from);
    const places = occupied.get(event.role) ?? [];
    const free = places.indexOf(undefined);
    const index = free >= 0 ? free : places.length;
    places[index] = event.seat;
    occupied.set(event.role, places);
    const own = sittings.get(event.seat) ?? [];
    sittings.set(event.seat, [...own, { since: event.at, role: event.role, number: index + 1 }]);
  }
  const sittingAt = (seat: string, at: CaseMs): Sitting | undefined => {
    const own = sittings.get(seat);
    return own?.findLast(({ since }) => since <= at) ?? own?.[0];
  };
  return {
    who: (from, at) => {
      const seat = seatOfActor(from);
      if (seat === undefined) return TRAINER;
      const sitting = sittingAt(seat, at);
      if (!sitting) return seat;
      return sitting.number === 1 ? sitting.role : `${sitting.role} ${sitting.number}`;
    },
    seatId: (id, at) => {
      const sitting = sittingAt(id, at);
      return sitting ? seatOf(sitting.role, sitting.number) : id;
    },
    seats: Object.fromEntries(
      [...occupied].flatMap(([role, places]) => (places.length > 1 ? [[role, places.length]] : [])),
    ),
  };
}
