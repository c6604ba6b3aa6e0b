/** Layout of the map: positions of places, roads between them, and points along a route. Pure. */
import { bowedCurve, type Box, type Curve, clamp, curveAt, type Point, hashUnit } from './geometry.ts';

export interface MapPlace {
  id: string;
  /** Position in percent of the sheet. */
  map: [number, number];
  /** Neighbours and their travel time in milliseconds of case time. */
  near: Record<string, number>;
}

export interface Road {
  a: string;
  b: string;
  takes: number;
  curve: Curve;
}

export interface MapLayout {
  points: Record<string, Point>;
  roads: Road[];
}

export const SHEET: Box = { x: 0, y: 0, width: 1080, height: 760 };
const EDGE = { x: 96, top: 96, bottom: 106 };
/** The space for a place's picture, its name and the people there. */
const ROOM = { width: 152, height: 150 };

/** Sorts the places by id, so that every client computes the same layout. */
export function mapLayout(places: readonly MapPlace[]): MapLayout {
  const sorted = [...places].sort((a, b) => (a.id < b.id ? -1 : 1));
  const across = equalised(sorted.map(({ map: [x] }) => x));
  const down = equalised(sorted.map(({ map: [, y] }) => y));
  const points = Object.fromEntries(
    sorted.map(({ id }, i) => [
      id,
      {
        x: EDGE.x + (across[i] ?? 0) * (SHEET.width - 2 * EDGE.x),
        y: EDGE.top + (down[i] ?? 0) * (SHEET.height - EDGE.top - EDGE.bottom),
      },
    ]),
  );
  spread(points);
  return { points, roads: roads(sorted, points) };
}

/** Positions as shares of the sheet. They fill the sheet, and a crowded area gets more space, as on a map drawn by hand. */
function equalised(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => {
    if (high === low) return 0.5;
    const rank = (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 / (values.length - 1);
    return 0.55 * ((value - low) / (high - low)) + 0.45 * rank;
  });
}

/** Moves overlapping places apart. */
function spread(points: Record<string, Point>): void {
  const all = Object.values(points);
  for (let round = 0; round < 90; round += 1) {
    for (const [i, point] of all.entries()) for (const other of all.slice(i + 1)) pushApart(point, other);
    for (const point of all) {
      point.x = clamp(point.x, EDGE.x, SHEET.width - EDGE.x);
      point.y = clamp(point.y, EDGE.top, SHEET.height - EDGE.bottom);
    }
  }
}

function pushApart(a: Point, b: Point): void {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [overX, overY] = [ROOM.width - Math.abs(dx), ROOM.height - Math.abs(dy)];
  if (overX <= 0 || overY <= 0) return;
  if (overX < overY) {
    const step = (overX / 4) * (dx < 0 ? -1 : 1);
    a.x -= step;
    b.x += step;
  } else {
    const step = (overY / 4) * (dy < 0 ? -1 : 1);
    a.y -= step;
    b.y += step;
  }
}

function roads(places: readonly MapPlace[], points: Record<string, Point>): Road[] {
  const found = new Map<string, Road>();
  for (const place of places) {
    for (const [other, takes] of Object.entries(place.near)) {
      const [a, b] = [place.id, other].sort() as [string, string];
      const [from, to] = [points[a], points[b]];
      if (!from || !to || found.has(`${a} ${b}`)) continue;
      found.set(`${a} ${b}`, { a, b, takes, curve: bowedCurve(from, to, (hashUnit(`${a} ${b}`) - 0.5) * 0.3) });
    }
  }
  return [...found.values()];
}

/** The fastest route as places from first to last, or an empty list if there is none. */
export function routeBetween(layout: MapLayout, from: string, to: string): string[] {
  const best = new Map<string, { cost: number; path: string[] }>([[from, { cost: 0, path: [from] }]]);
  const open = new Set([from]);
  while (open.size > 0) {
    const here = [...open].reduce((a, b) =>
      (best.get(b)?.cost ?? Infinity) < (best.get(a)?.cost ?? Infinity) ? b : a,
    );
    open.delete(here);
    const reached = best.get(here);
    if (!reached || here === to) break;
    for (const road of layout.roads) {
      const next = road.a === here ? road.b : road.b === here ? road.a : undefined;
      const cost = reached.cost + road.takes;
      if (next === undefined || cost >= (best.get(next)?.cost ?? Infinity)) continue;
      best.set(next, { cost, path: [...reached.path, next] });
      open.add(next);
    }
  }
  return best.get(to)?.path ?? [];
}

const legsOf = (layout: MapLayout, route: readonly string[]): { road: Road; forward: boolean }[] =>
  route.slice(1).flatMap((to, i) => {
    const from = route[i];
    const road = layout.roads.find((each) => (each.a === from && each.b === to) || (each.b === from && each.a === to));
    return road ? [{ road, forward: road.a === from }] : [];
  });

/** The travel time of a route. */
export const routeTime = (layout: MapLayout, route: readonly string[]): number =>
  legsOf(layout, route).reduce((sum, { road }) => sum + road.takes, 0);

/** The position after a share (0 to 1) of the travel time. Without a known route: the destination. */
export function onRoute(layout: MapLayout, route: readonly string[], done: number): Point | undefined {
  const legs = legsOf(layout, route);
  let rest = clamp(done, 0, 1) * routeTime(layout, route);
  for (const { road, forward } of legs) {
    if (rest > road.takes) {
      rest -= road.takes;
      continue;
    }
    const t = road.takes === 0 ? 1 : rest / road.takes;
    return curveAt(road.curve, forward ? t : 1 - t);
  }
  return layout.points[route.at(-1) ?? ''];
}

/** Offsets of the tokens at a place: rows of five, centred. */
export function tokenSpots(count: number, size = 30): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / 5);
    const inRow = Math.min(5, count - row * 5);
    return { x: ((i % 5) - (inRow - 1) / 2) * size, y: row * size };
  });
}
