import { describe, expect, test } from 'vitest';
import { handbookEntries, searchHandbook } from '../../../client/ui/trainee/handbook/search.ts';
import { bedsStandingBy, planGaps, planProgress } from '../../../client/ui/trainee/plan/selectors.ts';
import type { Jurisdiction } from '../../../shared/scenario/schema/jurisdiction.ts';
import { operation, world } from './worlds.ts';

const law: Jurisdiction = {
  format: 1,
  id: 'here',
  title: 'Here',
  summary: 'A law.',
  fictional: true,
  agencies: {},
  remedies: {},
  'protective-measures': {},
  duties: {},
  requests: {},
  bodies: {},
  'engage-steps': {},
  needs: {} as Jurisdiction['needs'],
  offences: {
    'child-trafficking': {
      title: 'Trafficking in children',
      section: 'Section 4',
      elements: ['act', 'purpose'],
      'child-rule': true,
    },
  },
  indicators: {
    'papers-kept': { title: 'Papers kept by somebody else', family: 'Control', element: 'means.abuse-of-power' },
  },
  'sop-elements': { 'risk-assessment': 'Assess the risk' },
  'plan-sections': {
    risk: { title: 'Risk', asks: 'What can go wrong?', essential: true },
    media: { title: 'Press', asks: 'Who speaks?', essential: false },
  },
  handbook: {
    'first-contact': {
      title: 'Premier contact: écouter',
      kind: 'guide',
      text: 'Water, privacy, one person speaks. Children first.',
    },
  },
};

describe('an operation plan', () => {
  const all = () => true;
  const text = { text: 't', by: 'police', at: 1 };

  test('lists what is missing: sections, standby, beds, approval', () => {
    const empty = planGaps(world({}), operation(), ['risk', 'media'], 7, law, all);
    expect(empty).toEqual([
      { kind: 'section', section: 'risk', essential: true },
      { kind: 'section', section: 'media', essential: false },
      { kind: 'no-standby' },
      { kind: 'approval' },
    ]);
    const halfway = operation({
      sections: { risk: text, media: text },
      standby: { home: 'confirmed', clinic: 'asked' },
      approvedBy: ['prosecutor'],
    });
    expect(planGaps(world({ room: { home: 3, clinic: 9 } }), halfway, ['risk', 'media'], 7, law, all)).toEqual([
      { kind: 'standby', service: 'clinic' },
      { kind: 'beds', have: 3, expected: 7 },
    ]);
  });

  test('lacks nothing once it is written, confirmed and approved', () => {
    const whole = operation({ sections: { risk: text }, standby: { home: 'confirmed' }, approvedBy: ['prosecutor'] });
    expect(planGaps(world({ room: { home: 7 } }), whole, ['risk'], 7, law, all)).toEqual([]);
    expect(planProgress(whole, ['risk', 'media'])).toEqual({ done: 1, of: 2 });
  });

  test('counts beds only if they are known and confirmed', () => {
    expect(
      bedsStandingBy(world({ room: { home: 4 } }), operation({ standby: { home: 'asked' } }), all),
    ).toBeUndefined();
    expect(
      bedsStandingBy(
        world({ room: { home: 4, rest: 2 } }),
        operation({ standby: { home: 'confirmed', rest: 'confirmed', far: 'confirmed' } }),
        all,
      ),
    ).toBe(6);
  });

  test('counts no beds for a service without beds, however much room it has', () => {
    const standing = operation({ standby: { home: 'confirmed', clinic: 'confirmed' } });
    expect(bedsStandingBy(world({ room: { home: 2, clinic: 6 } }), standing, (service) => service === 'home')).toBe(2);
  });
});

describe('the handbook', () => {
  const entries = handbookEntries(law);

  test('contains cards, offences, SOP elements and indicators under stable ids', () => {
    expect(entries.map((entry) => entry.id)).toEqual([
      'first-contact',
      'offence-child-trafficking',
      'sop-risk-assessment',
      'indicator-papers-kept',
    ]);
  });

  test('is searched ignoring case and accents, with all words required and titles first', () => {
    expect(searchHandbook(entries, 'ECOUTER').map((entry) => entry.id)).toEqual(['first-contact']);
    expect(searchHandbook(entries, 'children').map((entry) => entry.id)).toEqual([
      'offence-child-trafficking',
      'first-contact',
    ]);
    expect(searchHandbook(entries, 'children water').map((entry) => entry.id)).toEqual(['first-contact']);
    expect(searchHandbook(entries, ' ')).toHaveLength(4);
    expect(searchHandbook(entries, 'bus')).toEqual([]);
  });
});
