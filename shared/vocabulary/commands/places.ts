/** Places: going there, searching there. */
import { command } from '../declare.ts';
import { c } from '../fields.ts';

// biome-ignore format: one command per line reads best
export const placeCommands = {
  travel: command({ place: c.place }, { freeHands: true }),
  search: command({}, { powers: ['search', 'inspect-workplace', 'check-records'], freeHands: true }),
};
