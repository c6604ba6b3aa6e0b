/** Reading a text for the places it speaks of: a word that stands in the name of one place alone points to that place. */
import type { Scenario } from '../scenario/schema/scenario.ts';

/** Letters and digits of any script, in runs. */
const WORD = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** A reader for the places of a case: from a text to the ids of the places it names, in the order of the case. */
export function placesNamed(scenario: Scenario): (text: string) => string[] {
  const owners = new Map<string, Set<string>>();
  for (const [id, place] of Object.entries(scenario.places))
    for (const word of wordsOf(place.name)) {
      if (word.length < 4) continue;
      let owning = owners.get(word);
      if (!owning) owners.set(word, (owning = new Set()));
      owning.add(id);
    }
  const points = new Map(
    [...owners].flatMap(([word, ids]) => (ids.size === 1 ? [[word, [...ids][0] ?? '']] : [])) as [string, string][],
  );
  const order = Object.keys(scenario.places);
  return (text) => {
    const found = new Set(wordsOf(text).flatMap((word) => points.get(word) ?? []));
    return order.filter((id) => found.has(id));
  };
}
