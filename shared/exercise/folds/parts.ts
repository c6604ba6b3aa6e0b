/**
 * Parts of a world as bits of a number, so that the parts a condition reads and the parts an event changed are compared
 * in one step. Parts that no condition reads share one bit.
 */
import type { World } from '../world.ts';

export type Part = keyof World;
/** A set of parts, one bit each. */
export type PartSet = number;

const WATCHED = [
  'now',
  'seats',
  'places',
  'items',
  'shares',
  'requests',
  'people',
  'consents',
  'referrals',
  'room',
  'duties',
  'interviews',
  'conferences',
  'actions',
  'decisions',
  'operations',
  'charges',
  'noCharge',
  'measures',
  'injects',
  'charts',
  'entered',
  'timers',
] as const satisfies readonly Part[];

export const NO_PARTS: PartSet = 0;
export const ALL_PARTS: PartSet = -1;
const OTHERS: PartSet = 1 << WATCHED.length;

const BITS = new Map<string, PartSet>(WATCHED.map((part, place) => [part, 1 << place]));

/** The bit of a part. All parts that no condition reads share one bit. */
export const bitOf = (part: string): PartSet => BITS.get(part) ?? OTHERS;

export const bitsOf = (parts: Iterable<string>): PartSet => {
  let bits = NO_PARTS;
  for (const part of parts) bits |= bitOf(part);
  return bits;
};

/**
 * The parts in which two worlds differ. Valid only for worlds that are never mutated in place, because it compares
 * identities.
 */
export function partsChanged(before: World, after: World): PartSet {
  if (before === after) return NO_PARTS;
  let bits = OTHERS;
  for (const [place, part] of WATCHED.entries()) if (before[part] !== after[part]) bits |= 1 << place;
  return bits;
}
