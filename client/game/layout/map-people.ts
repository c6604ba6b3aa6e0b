/** The people at each place of the map, and the seats that travel. Pure. */
import type { World } from '../../../shared/exercise/world.ts';
import type { Point } from './geometry.ts';
import { type MapLayout, onRoute, routeBetween, routeTime } from './map-layout.ts';

/** The seats and people at each place: seats first, then the people this desk knows. */
export function visitorsOf(world: World): Record<string, ({ person: string } | { role: string })[]> {
  const at: Record<string, ({ person: string } | { role: string })[]> = {};
  const add = (place: string | undefined, visitor: { person: string } | { role: string }): void => {
    if (place !== undefined) (at[place] ??= []).push(visitor);
  };
  for (const seat of Object.values(world.seats))
    if (!seat.freed && seat.busy?.doing !== 'travel') add(seat.at, { role: seat.role });
  for (const [person, state] of Object.entries(world.people)) add(state.place, { person });
  return at;
}

export interface Traveller {
  seat: string;
  role: string;
  at: Point;
}

/** The travelling seats, at the position for the current case time. */
export function travellers(world: World, layout: MapLayout, now: number): Traveller[] {
  return Object.entries(world.seats).flatMap(([seat, { role, at, busy, freed }]) => {
    if (freed || busy?.doing !== 'travel') return [];
    const route = routeBetween(layout, at ?? '', busy.place);
    const takes = routeTime(layout, route);
    const point = onRoute(
      layout,
      route.length > 0 ? route : [busy.place],
      takes === 0 ? 1 : 1 - (busy.due - now) / takes,
    );
    return point ? [{ seat, role, at: point }] : [];
  });
}
