/** Places, ways and searches. */
import { addOnce, type Folds } from './fold.ts';
import { changeIn, putIn } from './owner.ts';

export const placeFolds: Folds<'place-shown' | 'travel-started' | 'travel-ended' | 'search-started' | 'search-ended'> =
  {
    'place-shown': (world, event) =>
      putIn(world, 'places', event.place, {
        shownTo: addOnce(world.places[event.place]?.shownTo ?? [], event.role),
      }),
    'travel-started': (world, event) =>
      changeIn(world, 'seats', event.seat, (seat) => ({
        ...seat,
        busy: { doing: 'travel' as const, place: event.place, due: event.due },
      })),
    'travel-ended': (world, event) =>
      changeIn(world, 'seats', event.seat, ({ busy: _done, ...seat }) => ({ ...seat, at: event.place })),
    'search-started': (world, event) =>
      changeIn(world, 'seats', event.seat, (seat) => ({
        ...seat,
        busy: { doing: 'search' as const, place: event.place, due: event.due },
      })),
    'search-ended': (world, event) => changeIn(world, 'seats', event.seat, ({ busy: _done, ...seat }) => seat),
  };
