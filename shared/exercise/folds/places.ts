/** Places, travel and searches. */
import type { placeEvents } from '../../vocabulary/events/places.ts';
import { addOnce, type Folds } from './fold.ts';

export const placeFolds: Folds<keyof typeof placeEvents> = {
  'place-shown': (draft, event) =>
    draft.put('places', event.place, {
      shownTo: addOnce(draft.world.places[event.place]?.shownTo ?? [], event.role),
    }),
  'travel-started': (draft, event) =>
    draft.change('seats', event.seat, (seat) => ({
      ...seat,
      busy: { doing: 'travel' as const, place: event.place, due: event.due },
    })),
  'travel-ended': (draft, event) =>
    draft.change('seats', event.seat, ({ busy: _done, ...seat }) => ({ ...seat, at: event.place })),
  'search-started': (draft, event) =>
    draft.change('seats', event.seat, (seat) => ({
      ...seat,
      busy: { doing: 'search' as const, place: event.place, due: event.due },
    })),
  'search-ended': (draft, event) => draft.change('seats', event.seat, ({ busy: _done, ...seat }) => seat),
};
