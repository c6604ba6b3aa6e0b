import type { Card } from '../../../../shared/protocol/cards.ts';

/** How long the way from a place (its card) to another takes, in case milliseconds; undefined where there is none. */
export const travelTime = (from: Card<'place'> | undefined, to: string): number | undefined => from?.facts?.ways[to];
