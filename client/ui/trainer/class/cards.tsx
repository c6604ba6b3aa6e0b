/** Cards and pictures of one exercise with the trainer's rights, for pages that need no live room. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { typedLookup } from '../../../../shared/protocol/cards.ts';
import { readArt, readCards } from '../../../connection/api.ts';
import { cardLanguage } from '../shell/card-language.ts';
import { CardDesk } from '../../../state/card-desk.ts';
import { ClientStore } from '../../../state/client-store.ts';
import { Pictures } from '../../art/pictures.ts';
import type { ClientState } from '../../../state/reduce-client-state.ts';
import { KitContext } from '../../kit/index.ts';

export interface CardMeans {
  store: ClientStore;
  cards: CardDesk;
  pictures: Pictures;
}

/** A store with its card and picture desks, closed when the page goes. */
export function useCardMeans(exercise: string): CardMeans {
  const language = cardLanguage();
  const [, redraw] = useState(0);
  const means = useMemo(() => {
    const store = new ClientStore();
    const cards = new CardDesk(
      (ids) => readCards(ids, language, { exercise }),
      (arrived) => store.dispatch({ type: 'cards', cards: arrived }),
    );
    const pictures = new Pictures(
      (path) => readArt(path),
      () => redraw((count) => count + 1),
    );
    return { store, cards, pictures };
  }, [exercise, language]);
  useEffect(() => () => means.pictures.close(), [means]);
  return means;
}

/** The store's state; the component is drawn again when it changes. */
export function useClientState(store: ClientStore): ClientState {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    setState(store.get());
    return store.subscribe(setState);
  }, [store]);
  return state;
}

export function ExerciseCards({ exercise, children }: { exercise: string; children: ComponentChildren }) {
  const { store, cards, pictures } = useCardMeans(exercise);
  const state = useClientState(store);
  const kit = {
    card: typedLookup((id) => {
      const found = state.cards[id];
      if (!found) cards.want(id);
      return found;
    }),
    art: (path: string, expression?: string) => pictures.address(path, expression),
    caseNow: () => 0,
  };
  return <KitContext.Provider value={kit}>{children}</KitContext.Provider>;
}
