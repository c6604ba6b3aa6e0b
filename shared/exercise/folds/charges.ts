/** The charging table. */
import { type Folds } from './fold.ts';
import { addTo, changeIn, putIn } from './owner.ts';

export const chargeFolds: Folds<
  'charge-set' | 'charge-dropped' | 'charge-filed' | 'no-charge-decided' | 'protective-measure-asked'
> = {
  'charge-set': (world, event) => {
    const { person, offence, act, means, purposeItems, child, nonPunishment, remedies, reason } = event;
    return putIn(world, 'charges', event.charge, {
      by: event.by,
      person,
      offence,
      act,
      means,
      purposeItems,
      child,
      nonPunishment,
      remedies,
      reason,
      state: 'draft',
    });
  },
  'charge-dropped': (world, event) =>
    changeIn(world, 'charges', event.charge, (charge) => ({ ...charge, state: 'dropped' as const })),
  'charge-filed': (world, event) =>
    changeIn(world, 'charges', event.charge, (charge) => ({ ...charge, state: 'filed' as const })),
  'no-charge-decided': (world, event) => {
    const { by, nonPunishment, reason, at } = event;
    return putIn(world, 'noCharge', event.person, { by, nonPunishment, reason, at });
  },
  'protective-measure-asked': (world, event) =>
    addTo(world, 'measures', { person: event.person, kind: event.kind, by: event.by, at: event.at }),
};
