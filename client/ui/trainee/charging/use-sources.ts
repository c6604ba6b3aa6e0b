/** The person an item comes from, by its card: two items from one person do not corroborate each other. */
import { useSeat } from '../../../context/seat.ts';

export function useSources(): (item: string) => string | undefined {
  const seat = useSeat();
  return (item) => seat.card(`item:${item}`)?.facts?.source;
}
