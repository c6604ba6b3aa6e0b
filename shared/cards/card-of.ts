/** A card: the texts of one thing of the case, in one language. */
import { type Card, type KindOfId, typedLookup } from '../protocol/cards.ts';
import { cardKind } from './kinds/all.ts';
import type { Reader } from './reader.ts';
import { type CardSource, wordsOf } from './words.ts';

export type { CardSource } from './words.ts';

/** The whole card, as the trainer reads it; undefined if the case has no such thing. */
export const cardOf = <Id extends string>(
  source: CardSource,
  language: string,
  id: Id,
): Card<KindOfId<Id>> | undefined => makeCard(source, language, id);

/** `limited` restricts the card to what this reader knows. */
export function makeCard<Id extends string>(
  source: CardSource,
  language: string,
  id: Id,
  limited?: Reader,
): Card<KindOfId<Id>> | undefined {
  return typedLookup((wanted) => {
    const found = cardKind(wanted);
    if (!found) return undefined;
    const words = wordsOf(source, language);
    const card = found.kind.make(words, source.compiled, found.key, limited);
    return card && { id: wanted, ...card, ...(words.fallback ? { fallback: true } : {}) };
  })(id);
}
