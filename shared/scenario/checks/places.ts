/** Every place can be reached from a desk's start. */
import type { Check } from '../case-under-check.ts';
import { factsOf } from '../item-facts.ts';
import type { Scenario } from '../schema/scenario.ts';
import { shortestWays } from '../ways.ts';

export const checkPlaces: Check = ({ scenario, report }) => {
  const starts = [...new Set(Object.values(scenario.roles).map((role) => role.at))].filter((place) =>
    Object.hasOwn(scenario.places, place),
  );
  const [from] = starts;
  if (from === undefined) return;
  const ways = shortestWays(scenario.places);
  for (const place of Object.keys(scenario.places)) {
    if (isOffTheMap(scenario, place)) continue;
    // Reachable from any desk is enough: a case may have two sides of a border.
    if (starts.some((start) => ways[start]?.[place] !== undefined)) continue;
    report('PLACE_CUT_OFF', ['places', place], { place, from }, 'key');
  }
};

/**
 * True for a place that no desk is meant to visit, where people of the story wait: hidden, without a way, never shown,
 * with nothing to find.
 */
function isOffTheMap(scenario: Scenario, id: string): boolean {
  const place = scenario.places[id];
  if (!place?.hidden || place['known-to'].length > 0 || Object.keys(place.near).length > 0) return false;
  return Object.values(scenario.items).every((item) => item.found?.at !== id && !factsOf(item).shows.includes(id));
}
