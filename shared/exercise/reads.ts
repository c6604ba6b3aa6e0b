/**
 * What of an exercise a condition reads, and what an event changed: only where the two overlap can an answer have changed. The
 * sets may be too large, never too small.
 */
import { ALL_PARTS, bitOf, NO_PARTS, type Parts } from './folds/parts.ts';

/** Parts of the world and event types, as bits of three numbers. */
export interface Reads {
  parts: Parts;
  events: number;
  moreEvents: number;
}

export const NOTHING: Reads = { parts: NO_PARTS, events: 0, moreEvents: 0 };
export const EVERYTHING: Reads = { parts: ALL_PARTS, events: -1, moreEvents: -1 };

export const union = (one: Reads, other: Reads): Reads => ({
  parts: one.parts | other.parts,
  events: one.events | other.events,
  moreEvents: one.moreEvents | other.moreEvents,
});

export const overlaps = (one: Reads, other: Reads): boolean =>
  ((one.parts & other.parts) | (one.events & other.events) | (one.moreEvents & other.moreEvents)) !== 0;

export const readsPart = (part: string): Reads => ({ ...NOTHING, parts: bitOf(part) });

const BITS = 32;

/** Event types with a bit each. Where there are more types than bits, types share one: some conditions are evaluated in vain. */
export const numberEvents = (types: Iterable<string>): ReadonlyMap<string, Reads> =>
  new Map(
    [...types].map((type, number) => {
      const place = number % (2 * BITS);
      const bit = 1 << (place % BITS);
      return [type, { ...NOTHING, ...(place < BITS ? { events: bit } : { moreEvents: bit }) }];
    }),
  );
