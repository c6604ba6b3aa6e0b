/** The first headline: how well evidence supports the investigation, element by element. */
import type { Element } from '../vocabulary/enums.ts';
import { factsOf } from '../scenario/item-facts.ts';
import type { Headline, Rating } from './debrief.ts';
import { type Played, presumedVictims, rolesWith } from './played.ts';

/** Number of independent sources that an element needs. */
const MIN_SOURCES = 2;
/** Shares of the provable elements that have enough sources, for P, S and M. */
const THRESHOLDS: readonly [Rating, number][] = [
  ['P', 0.8],
  ['S', 0.6],
  ['M', 0.3],
];

/** The sources for one element against one person: a person who gave a statement, or the item itself. */
export interface Backing {
  person: string;
  element: Element;
  sources: string[];
}

/**
 * The provable elements of the case, with the evidence held by desks that build the file. Lost items and other desks do
 * not count.
 */
export function backingOf(played: Played): Backing[] {
  const { scenario } = played.compiled;
  const building = rolesWith(played, 'charge', 'advise-evidence', 'seize', 'arrest');
  const held = Object.keys(scenario.items).filter((item) =>
    building.some((role) => played.end.world.items[item]?.known[role] !== undefined),
  );
  return Object.entries(scenario.charges).flatMap(([person, { elements, acceptable }]) =>
    (acceptable.length === 0 ? [] : elements).map((element): Backing => {
      const sources = held.flatMap((id) => {
        const item = scenario.items[id];
        return item?.supports[person]?.includes(element) ? [factsOf(item).source ?? id] : [];
      });
      return { person, element, sources: [...new Set(sources)] };
    }),
  );
}

/** True if an element rests only on statements of presumed victims. */
export const isVictimOnly = (played: Played, { sources }: Backing): boolean =>
  sources.length > 0 && sources.every((source) => presumedVictims(played).includes(source));

export const isBacked = ({ sources }: Backing): boolean => sources.length >= MIN_SOURCES;

export function investigationHeadline(played: Played): Headline['investigation'] {
  const backing = backingOf(played);
  const backed = backing.filter(isBacked).length;
  const share = backing.length === 0 ? 0 : backed / backing.length;
  return {
    rating: backing.length === 0 ? 'none' : (THRESHOLDS.find(([, least]) => share >= least)?.[0] ?? 'U'),
    proved: backing
      .filter(({ sources }) => sources.length > 0)
      .map(({ person, element, sources }) => ({ person, element, sources: sources.length })),
    provable: backing.length,
    backed,
    victimOnly: backing.filter((one) => isVictimOnly(played, one)).length,
  };
}
