/** The charging table, by the book: measures for children early, evidence for every element, non-punishment checked, reasons. */
import type { Element } from '../../vocabulary/enums.ts';
import { HOUR } from '../../time.ts';
import type { Rule } from '../agenda.ts';
import type { DeskSight, Evidence } from '../desk-sight.ts';
import { isSuspect } from './people.ts';

export const measures: Rule = {
  name: 'protective measures for children',
  reads: ['people', 'measures'],
  for: (sight) => sight.can('charge', 'advise-evidence'),
  *offers(sight) {
    const kinds = Object.keys(sight.law['protective-measures']);
    for (const person of sight.people) {
      if (!sight.looksLikeChild(person) || sight.world.measures.some((one) => one.person === person)) continue;
      const kind =
        kinds.find((one) => sight.wants('protective-measure-asked', { person, kind: one }, 'kind')) ?? kinds[0];
      if (kind !== undefined) yield { type: 'ask-protective-measure', person, kind };
    }
  },
};

/** From this time of day on the desk files what is proved; before it, more evidence may come. */
const FILE_AFTER = 5 * HOUR;

export const charging: Rule = {
  name: 'charge what is proved, and say who is not charged',
  reads: ['items', 'people', 'charges', 'noCharge', 'injects'],
  for: (sight) => sight.can('charge'),
  *offers(sight, mind) {
    const started = mind.since('start', sight.now);
    const files = isCalled(sight) || mind.after(started + FILE_AFTER, sight.now);
    for (const person of sight.people) {
      if (sight.looksLikeChild(person)) {
        if (isUsedAsHelper(sight, person) && !(person in sight.world.noCharge))
          yield { type: 'decide-no-charge', person, nonPunishment: 'checked-applies', reason: sight.say('no-charge') };
        continue;
      }
      if (!files || !isSuspect(sight, person)) continue;
      yield* chargeOf(sight, person);
    }
  },
};

/** True if an inject asks this desk to file. */
const isCalled = (sight: DeskSight): boolean =>
  sight.injects.some((id) => sight.expected(id)?.leaves.some(({ verb }) => verb === 'charge-filed'));

/** True for a child who others may say helped the offenders. */
const isUsedAsHelper = (sight: DeskSight, person: string): boolean =>
  sight.signsOnPaper(person).some(({ indicator }) => indicator.includes('helper')) ||
  sight.wants('no-charge-decided', { person, nonPunishment: 'checked-applies' }, 'person');

type Column = 'act' | 'means' | 'purpose';
const columnOf = (element: Element): string => element.slice(0, element.indexOf('.'));
const itemsFor = (held: readonly Evidence[], column: Column): string[] =>
  held.flatMap(({ item, elements }) => (elements.some((element) => columnOf(element) === column) ? [item] : []));

/**
 * An offence whose required elements all have evidence: the gravest, that is the one with the most elements, and the
 * child offence for a child.
 */
function provableOffence(sight: DeskSight, held: readonly Evidence[], child: boolean): string | undefined {
  const open = Object.entries(sight.law.offences).flatMap(([id, offence], index) => {
    const free = child && offence['child-rule'];
    const needed = offence.elements.filter((column) => !(column === 'means' && free));
    const shown = needed.every((column) => itemsFor(held, column).length > 0);
    return shown
      ? [
          {
            id,
            worth:
              (offence['child-rule'] ? 10 : 0) +
              offence.elements.length * 2 -
              (child && offence.elements.includes('means') ? 3 : 0) -
              index / 100,
          },
        ]
      : [];
  });
  return open.toSorted((one, other) => other.worth - one.worth)[0]?.id;
}

function* chargeOf(sight: DeskSight, person: string) {
  const own = Object.entries(sight.world.charges).filter(
    ([, charge]) => charge.person === person && charge.state !== 'dropped',
  );
  if (own.some(([, charge]) => charge.state === 'filed')) return;
  const draft = own.find(([, charge]) => charge.state === 'draft');
  if (draft) {
    yield { type: 'file-charge' as const, charge: draft[0] };
    return;
  }
  const held = sight.evidenceAgainst(person);
  const child = sight.people.some((one) => sight.looksLikeChild(one));
  const offence = provableOffence(sight, held, child);
  if (offence === undefined) return;
  yield {
    type: 'set-charge' as const,
    person,
    offence,
    act: itemsFor(held, 'act'),
    means: itemsFor(held, 'means'),
    purposeItems: itemsFor(held, 'purpose'),
    child,
    nonPunishment: 'checked-does-not-apply' as const,
    remedies: Object.keys(sight.law.remedies).slice(0, 2),
    reason: sight.say('reason'),
  };
}
