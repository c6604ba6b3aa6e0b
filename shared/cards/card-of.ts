/** A card: the texts of one thing of the case, in one language. */
import type { Card } from '../protocol/api.ts';
import { cardKind } from './kinds/all.ts';
import type { Reader } from './reader.ts';
import { type CardSource, wordsOf } from './words.ts';

export type { CardSource } from './words.ts';

/** The whole card, as the trainer reads it. Undefined where the case has no such thing. */
export const cardOf = (source: CardSource, language: string, id: string): Card | undefined =>
  makeCard(source, language, id);

/** `limited` holds the card to what this reader knows. */
export function makeCard(source: CardSource, language: string, id: string, limited?: Reader): Card | undefined {
  const found = cardKind(id);
  if (!found) return undefined;
  const words = wordsOf(source, language);
  const card = found.kind.make(words, source.compiled, found.key, limited);
  return card && { id, ...card, ...(words.fallback ? { fallback: true } : {}) };
}
