/** From whom an item comes, as its card tells: two items of one person do not support each other. */
import { useSeat } from '../../seat.ts';
import { factText } from '../work/facts.ts';

export function useSources(): (item: string) => string | undefined {
  const seat = useSeat();
  return (item) => factText(seat.card(`item:${item}`), 'source');
}
