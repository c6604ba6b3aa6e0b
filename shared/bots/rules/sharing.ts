/** Sharing, by the book: each desk gets the parts it lawfully needs, by a secure channel, and nothing more. */
import type { TraineeCommand } from '../../vocabulary/commands.ts';
import type { Purpose } from '../../vocabulary/enums.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight } from '../desk-sight.ts';
import type { Mind } from '../mind.ts';

/** Tags of information that is shared only with the person's consent. */
const WITH_CONSENT: readonly string[] = ['health', 'asylum'];
const PERSONAL: readonly string[] = ['id', 'health', 'asylum', 'shelter-location'];

/** The purpose for which the other desk needs it, by kind of agency. */
const PURPOSES: Readonly<Record<string, Purpose>> = {
  police: 'investigation',
  prosecutor: 'prosecution',
  labour: 'inspection',
  service: 'protection',
  immigration: 'investigation',
};

export const purposeFor = (sight: DeskSight, desk: string): Purpose =>
  PURPOSES[sight.law.agencies[sight.agencyOf(desk)]?.emblem ?? ''] ?? 'coordination';

/** Parts of an item that a desk needs, that this desk knows, and that it may share without asking for consent. */
export function partsToShare(sight: DeskSight, item: string, to: string): string[] {
  const lore = sight.lore(item);
  const needed = lore?.needs.find(({ role }) => role === to)?.parts ?? [];
  const known = sight.knownParts(item);
  const mayHold: readonly string[] = sight.law.agencies[sight.agencyOf(to)]?.['may-hold'] ?? [];
  return needed.filter((part) => {
    const tags = lore?.tags[part] ?? [];
    if (!known.includes(part) || tags.includes('shelter-location')) return false;
    return !tags.some((tag) => WITH_CONSENT.includes(tag) && !mayHold.includes(tag));
  });
}

/** True if this desk learned of the item first; a desk that was told leaves sharing to the desk that told it. */
const isFirstHand = (sight: DeskSight, item: string): boolean => {
  const how = sight.world.items[item]?.known[sight.role]?.how;
  const by = sight.world.items[item]?.known[sight.role]?.by ?? '';
  return how !== 'share' && !sight.desks.includes(by);
};

export const sharing: Rule = {
  name: 'share what others need',
  reads: ['items'],
  *offers(sight, mind) {
    for (const item of sight.items) {
      // Shares are never withdrawn, so an item is checked again only when more of it is known or other desks are
      // seated.
      const state = sight.knownParts(item).length * 100 + sight.desks.length;
      if (mind.checked.get(item) === state) continue;
      yield* sharesOf(sight, mind, item);
      mind.checked.set(item, state);
    }
  },
};

function* sharesOf(sight: DeskSight, mind: Mind, item: string): Generator<TraineeCommand> {
  const lore = sight.lore(item);
  if (!lore || lore.needs.length === 0 || !isFirstHand(sight, item)) return;
  for (const { role: to } of lore.needs) {
    if (!sight.desks.includes(to)) continue;
    if (mind.manner === 'overloaded' && !isUrgent(sight, item, to)) continue;
    const before = sight.sharedParts(item, to);
    const parts = partsToShare(sight, item, to).filter((part) => !before.has(part));
    if (parts.length > 0) yield shareOf(sight, item, parts, to);
  }
}

export function shareOf(sight: DeskSight, item: string, parts: string[], to: string): TraineeCommand {
  const tags = parts.flatMap((part) => sight.lore(item)?.tags[part] ?? []);
  const personal = tags.some((tag) => PERSONAL.includes(tag));
  return {
    type: 'share-item',
    item,
    parts,
    to,
    purpose: purposeFor(sight, to),
    basis: personal ? 'duty-by-law' : 'agreed-protocol',
    channel: 'secure-message',
  };
}

/**
 * True for what even an overloaded desk shares unprompted: information that protects a person, or that was requested.
 */
const isUrgent = (sight: DeskSight, item: string, to: string): boolean =>
  purposeFor(sight, to) === 'protection' || sight.wants('item-shared', { item, to }, 'item');
