/** Places: travel and searches. */
import { event } from '../declare.ts';
import { e, many, uncompared } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const placeEvents = {
  'place-shown': event({ place: e.place, role: e.role }),
  'travel-started': event({ ...acted, seat: e.seat, from: uncompared(e.place), place: e.place, due: e.time }),
  'travel-ended': event({ ...acted, seat: e.seat, place: e.place }, { reading: 'timeline' }),
  'search-started': event({ ...acted, seat: e.seat, place: e.place, due: e.time }),
  'search-ended': event({ ...acted, seat: e.seat, place: e.place, parts: many(e.item) }, { reading: 'timeline' }),
};
