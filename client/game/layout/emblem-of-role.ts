import type { Card } from '../../../shared/protocol/api.ts';

/** The emblem (and accent) of a desk from its card; a desk whose card has not come is shown by its id, which is often the same word. */
export function emblemOfRole(card: Card | undefined, role: string): string {
  const emblem = card?.facts?.['emblem'];
  return typeof emblem === 'string' ? emblem : (card?.kind ?? role);
}
