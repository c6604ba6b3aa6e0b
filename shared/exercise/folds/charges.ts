/** The charging table. */
import { change, type Folds, put } from './fold.ts';

export const chargeFolds: Folds<
  'charge-set' | 'charge-dropped' | 'charge-filed' | 'no-charge-decided' | 'protective-measure-asked'
> = {
  'charge-set': (world, event) => {
    const { person, offence, act, means, purposeItems, child, nonPunishment, remedies, reason } = event;
    return {
      ...world,
      charges: put(world.charges, event.charge, {
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
      }),
    };
  },
  'charge-dropped': (world, event) => ({
    ...world,
    charges: change(world.charges, event.charge, (charge) => ({ ...charge, state: 'dropped' })),
  }),
  'charge-filed': (world, event) => ({
    ...world,
    charges: change(world.charges, event.charge, (charge) => ({ ...charge, state: 'filed' })),
  }),
  'no-charge-decided': (world, event) => {
    const { by, nonPunishment, reason, at } = event;
    return { ...world, noCharge: put(world.noCharge, event.person, { by, nonPunishment, reason, at }) };
  },
  'protective-measure-asked': (world, event) => ({
    ...world,
    measures: [...world.measures, { person: event.person, kind: event.kind, by: event.by, at: event.at }],
  }),
};
