/**
 * What an item tells beside its words: the people it is about, the names it gives, the places it shows, its source.
 *
 * Need to know goes by part: what is written at a part is told only with that part. What is written at the item itself
 * is told with any of its parts; the check `TOLD_BY_EVERY_PART` finds items that have parts and do so.
 */
import type { Scenario } from './schema/scenario.ts';

type Item = Scenario['items'][string];

export interface ItemFacts {
  about: readonly string[];
  names: readonly string[];
  shows: readonly string[];
  /** The person it comes from; items of one source do not corroborate each other. */
  source: string | undefined;
}

/** What these parts of an item tell; all of it, if `parts` is left out. */
export function factsOf(item: Item, parts?: readonly string[]): ItemFacts {
  const told = Object.entries(item.parts ?? {}).flatMap(([id, part]) => (parts?.includes(id) === false ? [] : [part]));
  const carriers = [item, ...told];
  return {
    about: [...new Set(carriers.flatMap(({ about }) => about))],
    names: [...new Set(carriers.flatMap(({ names }) => names))],
    shows: [...new Set(carriers.flatMap(({ shows }) => shows))],
    source: carriers.find(({ source }) => source !== undefined)?.source,
  };
}
