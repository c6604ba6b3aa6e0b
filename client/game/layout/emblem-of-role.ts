import type { Card } from '../../../shared/protocol/cards.ts';

/** The emblem (and accent) of a desk from its card. Until the card is fetched, the role's id serves, which is often the same word. */
export const emblemOfRole = (card: Card<'role'> | undefined, role: string): string => card?.facts?.emblem ?? role;
