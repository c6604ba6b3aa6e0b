/** The names and emblem of a desk. */
import { TRAINER } from '../../shared/access/trainer-name.ts';
import type { CardLookup } from '../../shared/protocol/cards.ts';
import { hasText, translate } from '../i18n/index.ts';

export interface RoleNames {
  title: string;
  short: string;
  emblem: string;
}

/** Reads a desk's names from its card, and those of the trainer and the story from the interface texts. `…` while the card loads. */
export function roleNames(card: CardLookup, role: string): RoleNames {
  const key = `actor.${role}`;
  if (hasText('common', key)) {
    const name = translate('common', key);
    return { title: name, short: name, emblem: TRAINER };
  }
  const found = card(`role:${role}`);
  const title = found?.title ?? '…';
  return { title, short: found?.facts?.short ?? title, emblem: found?.facts?.emblem ?? TRAINER };
}
