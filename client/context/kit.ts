/** The context of kit components: cards, protected art, case time. The seat provider and the trainer's pages provide it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CardLookup } from '../../shared/protocol/cards.ts';

export interface KitTools {
  /** The card of an id, or undefined while it loads or if it may not be read. A call requests a missing card. */
  card: CardLookup;
  /** The blob URL of a drawing with an expression, or undefined while it loads. A call requests a missing drawing. */
  art: (path: string, expression?: string) => string | undefined;
  caseNow: () => number;
}

export const KitContext = createContext<KitTools>({ card: () => undefined, art: () => undefined, caseNow: () => 0 });
export const useKit = (): KitTools => useContext(KitContext);
