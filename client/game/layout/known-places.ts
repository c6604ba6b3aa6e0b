/** The places on a desk's map: places it was shown, places where its people are, and all places reachable from there. Pure. */
import type { World } from '../../../shared/exercise/world.ts';
import type { Card, CardLookup } from '../../../shared/protocol/cards.ts';
import type { MapPlace } from './map-layout.ts';

/** The map facts of a place's card: its position, and the travel time to each reachable place. */
function mapPlace(id: string, card: Card<'place'> | undefined): MapPlace | undefined {
  return card?.facts && { id, map: card.facts.map, near: card.facts.ways };
}

/** Keeps direct ways only: a way that is no shorter than the way through a third place is not a road. */
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

/** Requests the card of every place it finds. A place without a card is not on the map. */
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
