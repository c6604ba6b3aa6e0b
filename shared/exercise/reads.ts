/**
 * What a condition reads of an exercise, and what an event changed: an answer can change only if the two overlap. The
 * sets may be too large, never too small.
 */
import { ALL_PARTS, bitOf, NO_PARTS, type PartSet } from './folds/parts.ts';

/** Parts of the world and event types, as bits of three numbers. */
export interface Reads {
  parts: PartSet;
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

/**
 * Event types with a bit each. If there are more types than bits, types share bits and some conditions are evaluated
 * needlessly.
 */
export const numberEvents = (types: Iterable<string>): ReadonlyMap<string, Reads> =>
  new Map(
    [...types].map((type, number) => {
      const place = number % (2 * BITS);
      const bit = 1 << (place % BITS);
      return [type, { ...NOTHING, ...(place < BITS ? { events: bit } : { moreEvents: bit }) }];
    }),
  );
