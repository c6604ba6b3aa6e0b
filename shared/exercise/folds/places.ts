/** Places, ways and searches. */
import { addOnce, change, type Folds, put } from './fold.ts';

export const placeFolds: Folds<'place-shown' | 'travel-started' | 'travel-ended' | 'search-started' | 'search-ended'> =
  {
    'place-shown': (world, event) => ({
      ...world,
      places: put(world.places, event.place, {
        shownTo: addOnce(world.places[event.place]?.shownTo ?? [], event.role),
      }),
    }),
    'travel-started': (world, event) => ({
      ...world,
      seats: change(world.seats, event.seat, (seat) => ({
        ...seat,
        busy: { doing: 'travel', place: event.place, due: event.due },
      })),
    }),
    'travel-ended': (world, event) => ({
      ...world,
      seats: change(world.seats, event.seat, ({ busy: _done, ...seat }) => ({ ...seat, at: event.place })),
    }),
    'search-started': (world, event) => ({
      ...world,
      seats: change(world.seats, event.seat, (seat) => ({
        ...seat,
        busy: { doing: 'search', place: event.place, due: event.due },
      })),
    }),
    'search-ended': (world, event) => ({
      ...world,
      seats: change(world.seats, event.seat, ({ busy: _done, ...seat }) => seat),
    }),
  };
