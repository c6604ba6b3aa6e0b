/** Random commands about places, items and requests. */
import { BASES, CHANNELS, ELEMENTS, HANDLINGS, PURPOSES } from '../../vocabulary/enums.ts';
import type { DeskSight } from '../desk-sight.ts';
import { entries, isFree, type CommandMaker } from './maker.ts';

export const PLACES: readonly CommandMaker[] = [
  (sight, draw) => {
    const from = sight.place;
    if (!isFree(sight) || from === undefined) return undefined;
    const ways = sight.places.filter(
      (to) => to !== from && sight.travelTime(from, to) !== undefined && !sight.opens(to),
    );
    const place = draw.one(ways);
    return place && { type: 'travel', place };
  },
  (sight) =>
    isFree(sight) && sight.can('search', 'inspect-workplace', 'check-records') ? { type: 'search' } : undefined,
];

export const ITEMS: readonly CommandMaker[] = [
  (sight, draw) => {
    const there = sight.items.filter((item) => {
      const state = sight.world.items[item];
      const power = sight.lore(item)?.takeable?.power ?? 'seize';
      const lies = state?.heldBy === undefined && !state?.perished && state?.place !== undefined;
      return lies && state.place === sight.place && sight.powers.has(power);
    });
    const item = draw.one(there);
    return item && { type: 'take-item', item, basis: draw.of(BASES) };
  },
  (sight, draw) => {
    const item = draw.one(held(sight));
    return item && { type: 'handle-item', item, how: draw.of(HANDLINGS) };
  },
  (sight, draw) => {
    const [item, to] = [draw.one(held(sight)), draw.one([...sight.desks, ...Object.keys(sight.law.bodies)])];
    return item && to && draw.yes(0.3) ? { type: 'hand-over-item', item, to } : undefined;
  },
  (sight, draw) => {
    const fit = held(sight).filter((item) => {
      const analysis = sight.analysisOf(item);
      return analysis && sight.powers.has(analysis.needs) && !sight.world.items[item]?.analysis;
    });
    const item = draw.one(fit);
    return item && { type: 'analyse-item', item };
  },
  (sight, draw) => {
    const [item, person] = [draw.one(sight.items), draw.one(sight.people)];
    return item && person
      ? { type: 'assess-item', item, person, elements: draw.some(ELEMENTS).slice(0, 16) }
      : undefined;
  },
  (sight, draw) => {
    const [item, other] = [draw.one(sight.items), draw.one(sight.items)];
    if (!item || !other || item === other) return undefined;
    const linked = sight.world.links.some((link) => link.item === item && link.with === other);
    return { type: linked ? 'unlink-items' : 'link-items', item, with: other };
  },
  (sight, draw) => {
    const item = draw.one(sight.items);
    const to = draw.one([...sight.desks, ...Object.keys(sight.law.bodies)]);
    if (!item || !to) return undefined;
    const known = sight.knownParts(item);
    const parts = draw.some(known);
    const consent = draw.yes(0.3) ? draw.one(Object.keys(sight.world.consents)) : undefined;
    return {
      type: 'share-item',
      item,
      parts: parts.length > 0 ? parts : [...known],
      to,
      purpose: draw.of(PURPOSES),
      basis: draw.of(BASES),
      channel: draw.of(CHANNELS),
      ...(consent && { consent }),
    };
  },
];

const held = (sight: DeskSight) => sight.items.filter((item) => sight.world.items[item]?.heldBy === sight.role);

export const REQUESTS: readonly CommandMaker[] = [
  (sight, draw) => {
    const agency = sight.agencyOf(sight.role);
    const kinds = entries(sight.law.requests).filter(([, { from }]) => !from || from.includes(agency));
    const found = draw.one(kinds);
    if (!found) return undefined;
    const [kind, authored] = found;
    const to = draw.one(
      authored.of === 'body' ? authored.to : sight.desks.filter((desk) => authored.to.includes(sight.agencyOf(desk))),
    );
    if (to === undefined) return undefined;
    const about = { item: sight.items, person: sight.people, place: sight.places, none: [] }[authored.about];
    const id = draw.one(about);
    return {
      type: 'make-request',
      kind,
      to,
      basis: draw.of(BASES),
      ...(id !== undefined && authored.about !== 'none' && { [authored.about]: id }),
    };
  },
  (sight, draw) => {
    const open = entries(sight.world.requests).filter(
      ([, { to, answers }]) => to === sight.role && !answers.some(({ outcome }) => outcome !== 'accepted'),
    );
    const [request] = draw.one(open) ?? [];
    return (
      request && {
        type: 'answer-request',
        request,
        outcome: draw.of(['accepted', 'refused', 'answered']),
        items: draw.some(sight.items).slice(0, 3),
        text: sight.say('answer'),
      }
    );
  },
];
