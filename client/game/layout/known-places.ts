/** Which places belong on a desk's map: those it was shown, those its people stand at, and all that can be walked to from there. Pure. */
import type { World } from '../../../shared/exercise/world.ts';
import type { Card } from '../../../shared/protocol/api.ts';
import type { MapPlace } from './map-layout.ts';

/** The map facts of a place's card: where it lies, and how long the way takes to wherever one can go. */
export function mapPlace(id: string, card: Card | undefined): MapPlace | undefined {
  const map = card?.facts?.['map'];
  if (!Array.isArray(map) || typeof map[0] !== 'number' || typeof map[1] !== 'number') return undefined;
  const ways = card?.facts?.['near'] ?? card?.facts?.['ways'];
  const near = typeof ways === 'object' && ways !== null ? Object.entries(ways) : [];
  return {
    id,
    map: [map[0], map[1]],
    near: Object.fromEntries(near.filter((way): way is [string, number] => typeof way[1] === 'number')),
  };
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
export function knownPlaces(world: World, card: (id: string) => Card | undefined): MapPlace[] {
  const listed = card('places')?.facts?.['ids'];
  const open = [
    ...(Array.isArray(listed) ? listed.filter((id): id is string => typeof id === 'string') : []),
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
