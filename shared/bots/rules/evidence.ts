/** Evidence, by the book: take with a basis, seal, have it analysed, and write down what it proves. */
import type { Rule } from '../agenda.ts';
import type { ItemLore } from '../case-index.ts';
import type { DeskSight } from '../desk-sight.ts';

/** Takes an item if a seat of this desk is at its place. */
export const taking: Rule = {
  name: 'take what could be lost, on the right basis',
  reads: ['items', 'requests'],
  for: (sight) => sight.can('seize'),
  *offers(sight) {
    for (const item of sight.items) {
      const state = sight.world.items[item];
      const takeable = sight.lore(item)?.takeable;
      if (!takeable || !state || state.heldBy !== undefined || state.perished || state.place !== sight.place) continue;
      if (sight.place === undefined || !sight.powers.has(takeable.power)) continue;
      const basis = takeable.bases.find((one) => one !== 'court-order' || hasOrder(sight, state.place));
      if (basis !== undefined) yield { type: 'take-item', item, basis };
    }
  },
};

/** True if a court or another body has answered a request for this place. */
const hasOrder = (sight: DeskSight, place: string | undefined): boolean =>
  Object.values(sight.world.requests).some(
    (request) =>
      request.by === sight.role &&
      request.place === place &&
      request.answers.some(({ outcome }) => outcome === 'answered'),
  );

export const custody: Rule = {
  name: 'seal and analyse what is held',
  reads: ['items'],
  *offers(sight) {
    for (const item of sight.items) {
      const state = sight.world.items[item];
      if (state?.heldBy !== sight.role) continue;
      const did = (what: string) => state.custody.some((entry) => entry.what === what && entry.by === sight.role);
      if (!did('seal')) yield { type: 'handle-item', item, how: 'seal' };
      const analysis = sight.analysisOf(item);
      if (analysis && state.analysis === undefined && sight.powers.has(analysis.needs))
        yield { type: 'analyse-item', item };
    }
  },
};

export const assessing: Rule = {
  name: 'what an item proves, and against whom',
  reads: ['items', 'people'],
  for: (sight) => sight.can('charge'),
  *offers(sight) {
    for (const item of sight.items) {
      const assessed = sight.world.items[item]?.assessed[sight.role] ?? {};
      // One entry per item, for the person it weighs on most.
      if (Object.keys(assessed).length > 0) continue;
      for (const { person, elements } of heaviestFirst(sight.lore(item)?.proves ?? [])) {
        if (sight.knowsPerson(person)) yield { type: 'assess-item', item, person, elements: [...elements] };
      }
    }
  },
};

const heaviestFirst = (proves: ItemLore['proves']): ItemLore['proves'] =>
  proves.length < 2 ? proves : proves.toSorted((one, other) => other.elements.length - one.elements.length);
