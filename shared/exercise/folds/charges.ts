/** The charging table. */
import type { chargeEvents } from '../../vocabulary/events/charges.ts';
import type { Folds } from './fold.ts';

export const chargeFolds: Folds<keyof typeof chargeEvents> = {
  'charge-set': (draft, event) => {
    const { person, offence, act, means, purposeItems, child, nonPunishment, remedies, reason } = event;
    draft.put('charges', event.charge, {
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
  'charge-dropped': (draft, event) =>
    draft.change('charges', event.charge, (charge) => ({ ...charge, state: 'dropped' as const })),
  'charge-filed': (draft, event) =>
    draft.change('charges', event.charge, (charge) => ({ ...charge, state: 'filed' as const })),
  'no-charge-decided': (draft, event) => {
    const { by, nonPunishment, reason, at } = event;
    draft.put('noCharge', event.person, { by, nonPunishment, reason, at });
  },
  'protective-measure-asked': (draft, event) =>
    draft.add('measures', { person: event.person, kind: event.kind, by: event.by, at: event.at }),
};
