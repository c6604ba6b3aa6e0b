/** Which places belong on a desk's map: those it was shown, those its people stand at, and all that can be walked to from there. Pure. */
import type { World } from '../../../shared/exercise/world.ts';
import type { Card } from '../../../shared/protocol/api.ts';
import type { MapPlace } from './map-layout.ts';

/** The map facts of a place's card. */
export function mapPlace(id: string, card: Card | undefined): MapPlace | undefined {
  const map = card?.facts?.['map'];
  if (!Array.isArray(map) || typeof map[0] !== 'number' || typeof map[1] !== 'number') return undefined;
  const near = card?.facts?.['near'];
  const ways = typeof near === 'object' && near !== null ? Object.entries(near) : [];
  return {
    id,
    map: [map[0], map[1]],
    near: Object.fromEntries(ways.filter((way): way is [string, number] => typeof way[1] === 'number')),
  };
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
  return [...found.values()];
}
