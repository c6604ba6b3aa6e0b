import type { Card } from '../../../../shared/protocol/api.ts';

/** How long the way from a place (its card) to another takes, in case milliseconds; undefined where there is none. */
export function travelTime(from: Card | undefined, to: string): number | undefined {
  const ways = from?.facts?.['ways'];
  if (typeof ways !== 'object' || ways === null) return undefined;
  const time = (ways as Record<string, unknown>)[to];
  return typeof time === 'number' ? time : undefined;
}
