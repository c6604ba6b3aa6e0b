/** What a desk knows, from its own view (the fold of the events it may know), never from the truth. */
import { desk, mayKnow } from '../access/audience.ts';
import type { Event } from '../exercise/events.ts';
import { evolve } from '../exercise/evolve.ts';
import { toKnown } from '../exercise/exercise.ts';
import { emptyWorld } from '../exercise/world.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';

/**
 * True if a desk knows an item (or one part of it), a person or a place; undefined if the scenario has no such thing.
 */
export function whatIsKnown(
  compiled: CompiledScenario,
  events: readonly Event[],
  who: string,
  thing: string,
  part?: string,
): boolean | undefined {
  const { items, people, places } = compiled.scenario;
  const role = who.split(' ')[0] ?? who;
  const view = events
    .filter((event) => mayKnow(desk(role), event))
    .map(toKnown)
    .reduce(evolve, emptyWorld());
  if (thing in items) {
    const known = view.items[thing]?.known[role];
    return known !== undefined && (part === undefined || known.parts.includes(part));
  }
  if (thing in people) return view.people[thing]?.known[role] !== undefined;
  const place = places[thing];
  return place && (!place.hidden || (view.places[thing]?.shownTo.includes(role) ?? false));
}
