/** Finds the places that a text names. */
import type { Scenario } from '../scenario/schema/scenario.ts';

/** Runs of letters and digits of any script. */
const WORD = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/**
 * The short name of a place: `Public hall, Kilima` is also called public hall and, if no other place has that word,
 * hall.
 */
interface ShortName {
  place: string;
  phrase: string;
  word: string | undefined;
}

/** Returns a function from a text to the ids of the places it names, in the order of the case. */
export function placesNamed(scenario: Scenario): (text: string) => string[] {
  const places = Object.entries(scenario.places).map(([id, { name }]) => ({ id, name }));
  const calls = places.map(({ id, name }): ShortName => {
    const head = wordsOf(name.split(',')[0] ?? name);
    const last = head.at(-1) ?? '';
    const others = places.some((other) => other.id !== id && wordsOf(other.name).includes(last));
    return { place: id, phrase: ` ${head.join(' ')} `, word: last.length >= 4 && !others ? last : undefined };
  });
  return (text) => {
    const words = wordsOf(text);
    const whole = ` ${words.join(' ')} `;
    return calls.flatMap(({ place, phrase, word }) =>
      whole.includes(phrase) || (word !== undefined && words.includes(word)) ? [place] : [],
    );
  };
}
