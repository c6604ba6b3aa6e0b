import type { Card } from '../../../shared/protocol/cards.ts';

/** The emblem (and accent) of a desk from its card; the id of the desk, often the same word, until the card is fetched. */
export const emblemOfRole = (card: Card<'role'> | undefined, role: string): string => card?.facts?.emblem ?? role;
