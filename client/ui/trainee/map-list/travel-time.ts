import type { Card } from '../../../../shared/protocol/cards.ts';

/** The travel time between two places in milliseconds of case time, or undefined if there is no way. */
export const travelTime = (from: Card<'place'> | undefined, to: string): number | undefined => from?.facts?.ways[to];
