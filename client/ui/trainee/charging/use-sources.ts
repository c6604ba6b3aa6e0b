/** From whom an item comes, as its card tells: two items of one person do not support each other. */
import { useSeat } from '../../seat.ts';

export function useSources(): (item: string) => string | undefined {
  const seat = useSeat();
  return (item) => seat.card(`item:${item}`)?.facts?.source;
}
