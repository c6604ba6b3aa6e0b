/** People: who knows them, where they are, screening, status, risk, custody, consent, duties. */
import type { Consent } from '../world.ts';
import { addOnce, drop, type Fold, type Folds, put, withPerson } from './fold.ts';
import { changeIn, putIn } from './owner.ts';

const consentState =
  (state: Consent['state']): Fold<'consent-given' | 'consent-refused' | 'consent-withdrawn' | 'consent-ended'> =>
  (world, event) =>
    changeIn(world, 'consents', event.consent, (consent) => ({ ...consent, state }));

export const peopleFolds: Folds<
  | 'person-placed'
  | 'person-known'
  | 'person-met'
  | 'person-moved'
  | 'person-left'
  | 'mood-changed'
  | 'indicator-tagged'
  | 'indicator-untagged'
  | 'screened'
  | 'status-set'
  | 'risk-assessed'
  | 'risk-triggered'
  | 'guardian-notified'
  | 'family-contacted'
  | 'detained'
  | 'released'
  | 'arrested'
  | 'consent-asked'
  | 'consent-given'
  | 'consent-refused'
  | 'consent-withdrawn'
  | 'consent-ended'
  | 'duty-started'
  | 'duty-met'
  | 'duty-missed'
> = {
  'person-placed': (world, event) => withPerson(world, event.person, (person) => ({ ...person, place: event.place })),
  'person-known': (world, event) =>
    withPerson(world, event.person, (person) => {
      const before = person.known[event.role];
      return {
        ...person,
        known: put(person.known, event.role, {
          named: event.named || (before?.named ?? false),
          at: before?.at ?? event.at,
        }),
      };
    }),
  'person-met': (world, event) => withPerson(world, event.person, (person) => ({ ...person, place: event.place })),
  'person-moved': (world, event) => withPerson(world, event.person, (person) => ({ ...person, place: event.place })),
  'person-left': (world, event) => withPerson(world, event.person, ({ place: _gone, ...person }) => person),
  'mood-changed': (world, event) =>
    withPerson(world, event.person, (person) => ({ ...person, mood: { trust: event.trust, stress: event.stress } })),
  'indicator-tagged': (world, event) =>
    withPerson(world, event.person, (person) => ({
      ...person,
      indicators: put(person.indicators, event.indicator, { by: event.by, item: event.item, at: event.at }),
    })),
  'indicator-untagged': (world, event) =>
    withPerson(world, event.person, (person) => ({ ...person, indicators: drop(person.indicators, event.indicator) })),
  screened: (world, event) => {
    const { at, by, seat, outcome, child, interpreter } = event;
    return withPerson(world, event.person, (person) => ({
      ...person,
      status: outcome,
      statusReason: undefined,
      screenings: [...person.screenings, { at, by, seat, with: event.with, outcome, child, interpreter }],
    }));
  },
  'status-set': (world, event) =>
    withPerson(world, event.person, (person) => ({ ...person, status: event.status, statusReason: event.text })),
  'risk-assessed': (world, event) => {
    const { level, family, at, by, text } = event;
    return withPerson(world, event.person, (person) => ({ ...person, risk: { level, family, at, by, text } }));
  },
  'risk-triggered': (world, event) =>
    withPerson(world, event.person, (person) => ({ ...person, riskTriggered: event.at })),
  'guardian-notified': (world, event) =>
    withPerson(world, event.person, (person) => ({ ...person, guardianNotified: person.guardianNotified ?? event.at })),
  'family-contacted': (world) => world,
  detained: (world, event) => withPerson(world, event.person, (person) => ({ ...person, custody: 'detained' })),
  released: (world, event) => withPerson(world, event.person, ({ custody: _free, ...person }) => person),
  arrested: (world, event) => withPerson(world, event.person, (person) => ({ ...person, custody: 'arrested' })),
  'consent-asked': (world, event) => {
    const { consent, person, kind, by, at, to, until, explained } = event;
    const asked = putIn(world, 'consents', consent, {
      person,
      kind,
      by,
      at,
      to,
      until,
      explained,
      state: 'asked' as const,
    });
    return withPerson(asked, person, (known) => ({ ...known, consents: addOnce(known.consents, consent) }));
  },
  'consent-given': (world, event) => {
    const { consent, person, kind, by, at, to, until, answer } = event;
    const given: Consent = {
      ...(world.consents[consent] ?? { person, kind, by, at, to, explained: true }),
      to,
      until,
      answer,
      state: 'given',
    };
    const told = putIn(world, 'consents', consent, given);
    return withPerson(told, person, (known) => ({ ...known, consents: addOnce(known.consents, consent) }));
  },
  'consent-refused': (world, event) =>
    changeIn(world, 'consents', event.consent, (consent) => ({
      ...consent,
      state: 'refused' as const,
      answer: event.answer,
    })),
  'consent-withdrawn': consentState('withdrawn'),
  'consent-ended': consentState('ended'),
  'duty-started': (world, event) => {
    const { duty, person, role, due } = event;
    return putIn(world, 'duties', `${duty}:${person}:${role}`, { duty, person, role, due, state: 'open' });
  },
  'duty-met': (world, event) =>
    changeIn(world, 'duties', `${event.duty}:${event.person}:${event.role}`, (duty) => ({
      ...duty,
      state: 'met' as const,
    })),
  'duty-missed': (world, event) =>
    changeIn(world, 'duties', `${event.duty}:${event.person}:${event.role}`, (duty) => ({
      ...duty,
      state: 'missed' as const,
    })),
};
