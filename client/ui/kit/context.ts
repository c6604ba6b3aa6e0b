/** What kit parts need from their surroundings: cards, art behind a token, case time. Provided by the seat provider and by the trainer's pages. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CardLookup } from '../../../shared/protocol/cards.ts';

export interface KitTools {
  /** The card of an id; undefined while it is fetched or where it may not be known. Asking fetches it. */
  card: CardLookup;
  /** A blob address for a card's `art`, of a face with one of its expressions; undefined while it is fetched. Asking fetches it. */
  art: (path: string, expression?: string) => string | undefined;
  /** Case time now. */
  caseNow: () => number;
}

export const KitContext = createContext<KitTools>({ card: () => undefined, art: () => undefined, caseNow: () => 0 });
export const useKit = (): KitTools => useContext(KitContext);
