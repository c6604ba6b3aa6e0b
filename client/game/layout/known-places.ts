/** Which places belong on a desk's map: those it was shown, those its people stand at, and all that can be walked to from there. Pure. */
import type { World } from '../../../shared/exercise/world.ts';
import type { Card, CardLookup } from '../../../shared/protocol/cards.ts';
import type { MapPlace } from './map-layout.ts';

/** The map facts of a place's card: where it lies, and how long the way takes to wherever one can go. */
function mapPlace(id: string, card: Card<'place'> | undefined): MapPlace | undefined {
  return card?.facts && { id, map: card.facts.map, near: card.facts.ways };
}

/** Keeps the ways that lead straight from one place to another; a way that goes through a third is no road of its own. */
export function straightWays(places: readonly MapPlace[]): MapPlace[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const through = (from: MapPlace, to: string, takes: number): boolean =>
    Object.entries(from.near).some(
      ([by, first]) => by !== to && by !== from.id && first + (byId.get(by)?.near[to] ?? Infinity) <= takes,
    );
  return places.map((place) => ({
    ...place,
    near: Object.fromEntries(
      Object.entries(place.near).filter(([to, takes]) => to !== place.id && byId.has(to) && !through(place, to, takes)),
    ),
  }));
}

/** Asks for the cards it meets; a place whose card does not come is not on this desk's map. */
export function knownPlaces(world: World, card: CardLookup): MapPlace[] {
  const open = [
    ...(card('places')?.facts?.ids ?? []),
    ...Object.keys(world.places),
    ...Object.values(world.seats).flatMap((seat) => (seat.at === undefined ? [] : [seat.at])),
    ...Object.values(world.people).flatMap((person) => (person.place === undefined ? [] : [person.place])),
  ];
  const found = new Map<string, MapPlace>();
  const asked = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (asked.has(id)) continue;
    asked.add(id);
    const place = mapPlace(id, card(`place:${id}`));
    if (!place) continue;
    found.set(id, place);
    open.push(...Object.keys(place.near));
  }
  return straightWays([...found.values()]);
}
