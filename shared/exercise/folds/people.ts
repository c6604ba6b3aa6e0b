/** People: who knows them, where they are, screening, status, risk, custody, consent, duties. */
import type { peopleEvents } from '../../vocabulary/events/people.ts';
import type { Consent } from '../world.ts';
import { addOnce, drop, type Fold, type Folds, noChange, put, withPerson } from './fold.ts';

const consentState =
  (state: Consent['state']): Fold<'consent-given' | 'consent-refused' | 'consent-withdrawn' | 'consent-ended'> =>
  (draft, event) =>
    draft.change('consents', event.consent, (consent) => ({ ...consent, state }));

export const peopleFolds: Folds<keyof typeof peopleEvents> = {
  'person-placed': (draft, event) => withPerson(draft, event.person, (person) => ({ ...person, place: event.place })),
  'person-known': (draft, event) =>
    withPerson(draft, event.person, (person) => {
      const before = person.known[event.role];
      return {
        ...person,
        known: put(person.known, event.role, {
          named: event.named || (before?.named ?? false),
          at: before?.at ?? event.at,
        }),
      };
    }),
  'person-met': (draft, event) => withPerson(draft, event.person, (person) => ({ ...person, place: event.place })),
  'person-moved': (draft, event) => withPerson(draft, event.person, (person) => ({ ...person, place: event.place })),
  'person-left': (draft, event) => withPerson(draft, event.person, ({ place: _gone, ...person }) => person),
  'mood-changed': (draft, event) =>
    withPerson(draft, event.person, (person) => ({ ...person, mood: { trust: event.trust, stress: event.stress } })),
  'indicator-tagged': (draft, event) =>
    withPerson(draft, event.person, (person) => ({
      ...person,
      indicators: put(person.indicators, event.indicator, { by: event.by, item: event.item, at: event.at }),
    })),
  'indicator-untagged': (draft, event) =>
    withPerson(draft, event.person, (person) => ({ ...person, indicators: drop(person.indicators, event.indicator) })),
  screened: (draft, event) => {
    const { at, by, seat, outcome, child, interpreter } = event;
    withPerson(draft, event.person, (person) => ({
      ...person,
      status: outcome,
      statusReason: undefined,
      screenings: [...person.screenings, { at, by, seat, with: event.with, outcome, child, interpreter }],
    }));
  },
  'status-set': (draft, event) =>
    withPerson(draft, event.person, (person) => ({ ...person, status: event.status, statusReason: event.text })),
  'risk-assessed': (draft, event) => {
    const { level, family, at, by, text } = event;
    withPerson(draft, event.person, (person) => ({ ...person, risk: { level, family, at, by, text } }));
  },
  'risk-triggered': (draft, event) =>
    withPerson(draft, event.person, (person) => ({ ...person, riskTriggered: event.at })),
  'guardian-notified': (draft, event) =>
    withPerson(draft, event.person, (person) => ({ ...person, guardianNotified: person.guardianNotified ?? event.at })),
  'family-contacted': noChange,
  detained: (draft, event) => withPerson(draft, event.person, (person) => ({ ...person, custody: 'detained' })),
  released: (draft, event) => withPerson(draft, event.person, ({ custody: _free, ...person }) => person),
  arrested: (draft, event) => withPerson(draft, event.person, (person) => ({ ...person, custody: 'arrested' })),
  'consent-asked': (draft, event) => {
    const { consent, person, kind, by, at, to, until, explained } = event;
    draft.put('consents', consent, {
      person,
      kind,
      by,
      at,
      to,
      until,
      explained,
      state: 'asked' as const,
    });
    withPerson(draft, person, (known) => ({ ...known, consents: addOnce(known.consents, consent) }));
  },
  'consent-given': (draft, event) => {
    const { consent, person, kind, by, at, to, until, answer } = event;
    const given: Consent = {
      ...(draft.world.consents[consent] ?? { person, kind, by, at, to, explained: true }),
      to,
      until,
      answer,
      state: 'given',
    };
    draft.put('consents', consent, given);
    withPerson(draft, person, (known) => ({ ...known, consents: addOnce(known.consents, consent) }));
  },
  'consent-refused': (draft, event) =>
    draft.change('consents', event.consent, (consent) => ({
      ...consent,
      state: 'refused' as const,
      answer: event.answer,
    })),
  'consent-withdrawn': consentState('withdrawn'),
  'consent-ended': consentState('ended'),
  'duty-started': (draft, event) => {
    const { duty, person, role, due } = event;
    draft.put('duties', `${duty}:${person}:${role}`, { duty, person, role, due, state: 'open' });
  },
  'duty-met': (draft, event) =>
    draft.change('duties', `${event.duty}:${event.person}:${event.role}`, (duty) => ({
      ...duty,
      state: 'met' as const,
    })),
  'duty-missed': (draft, event) =>
    draft.change('duties', `${event.duty}:${event.person}:${event.role}`, (duty) => ({
      ...duty,
      state: 'missed' as const,
    })),
};
