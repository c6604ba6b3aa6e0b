/** Cards and pictures of one exercise with the trainer's rights, for pages without a live room. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { typedLookup } from '../../../../shared/protocol/cards.ts';
import { readArt, readCards } from '../../../connection/api.ts';
import { cardLanguage } from '../shell/card-language.ts';
import { CardLoader } from '../../../state/card-loader.ts';
import { ClientStore } from '../../../state/client-store.ts';
import { Pictures } from '../../../art/pictures.ts';
import type { ClientState } from '../../../state/reduce-client-state.ts';
import { KitContext } from '../../kit/index.ts';

export interface ExerciseCaches {
  store: ClientStore;
  cards: CardLoader;
  pictures: Pictures;
}

/** A store with its card and picture caches. They are released on unmount. */
export function useExerciseCaches(exercise: string): ExerciseCaches {
  const language = cardLanguage();
  const [, rerender] = useState(0);
  const caches = useMemo(() => {
    const store = new ClientStore();
    const cards = new CardLoader(
      (ids) => readCards(ids, language, { exercise }),
      (arrived) => store.dispatch({ type: 'cards', cards: arrived }),
    );
    const pictures = new Pictures(
      (path) => readArt(path),
      () => rerender((count) => count + 1),
    );
    return { store, cards, pictures };
  }, [exercise, language]);
  useEffect(() => () => caches.pictures.close(), [caches]);
  return caches;
}

/** Returns the store's state; the component renders again when it changes. */
export function useClientState(store: ClientStore): ClientState {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    setState(store.get());
    return store.subscribe(setState);
  }, [store]);
  return state;
}

export function ExerciseCards({ exercise, children }: { exercise: string; children: ComponentChildren }) {
  const { store, cards, pictures } = useExerciseCaches(exercise);
  const state = useClientState(store);
  const kit = {
    card: typedLookup((id) => {
      const found = state.cards[id];
      if (!found) cards.request(id);
      return found;
    }),
    art: (path: string, expression?: string) => pictures.address(path, expression),
    caseNow: () => 0,
  };
  return <KitContext.Provider value={kit}>{children}</KitContext.Provider>;
}
