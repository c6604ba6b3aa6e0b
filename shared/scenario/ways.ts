/** Shortest ways between places. */
import type { Scenario } from './schema/scenario.ts';

export type Ways = Record<string, Record<string, number>>;

/** Travel times in case milliseconds; `near` counts in both directions, and the shorter one if both places name it. */
export function shortestWays(places: Scenario['places']): Ways {
  const next = neighbours(places);
  return Object.fromEntries(Object.keys(places).map((from) => [from, waysFrom(from, next)]));
}

function neighbours(places: Scenario['places']): Map<string, Map<string, number>> {
  const next = new Map(Object.keys(places).map((id) => [id, new Map<string, number>()]));
  for (const [id, place] of Object.entries(places)) {
    for (const [other, takes] of Object.entries(place.near)) {
      for (const [a, b] of [
        [id, other],
        [other, id],
      ] as const) {
        const known = next.get(a)?.get(b);
        if (next.has(b)) next.get(a)?.set(b, Math.min(takes, known ?? takes));
      }
    }
  }
  return next;
}

/** Dijkstra with a linear search for the nearest: a case has only a few dozen places. */
function waysFrom(from: string, next: Map<string, Map<string, number>>): Record<string, number> {
  const done = new Map<string, number>();
  const open = new Map([[from, 0]]);
  while (open.size > 0) {
    const [place, cost] = [...open].reduce((best, each) => (each[1] < best[1] ? each : best));
    open.delete(place);
    done.set(place, cost);
    for (const [other, takes] of next.get(place) ?? []) {
      const total = cost + takes;
      if (!done.has(other) && total < (open.get(other) ?? Number.POSITIVE_INFINITY)) open.set(other, total);
    }
  }
  return Object.fromEntries(done);
}
