/**
 * The content of the small case: desks, places, people, items, one interview, services, records of the phone company.
 */
import type { ScenarioInput } from '../../shared/scenario/schema/scenario.ts';

type Content = Pick<ScenarioInput, 'roles' | 'places' | 'people' | 'items'> &
  Required<Pick<ScenarioInput, 'helpers' | 'services' | 'holdings'>>;
type Draft<K extends keyof ScenarioInput> = NonNullable<ScenarioInput[K]>;

const roles = (): Draft<'roles'> => ({
  police: {
    desk: 'constabulary',
    seats: '1-3',
    at: 'station',
    brief: 'You are the duty team.',
    'first-steps': ['Go to the bus park.'],
    knows: ['tip'],
    people: ['coach'],
  },
  'child-protection': {
    desk: 'childrens-office',
    seats: '1-2',
    at: 'children-home',
    brief: 'You are the child officers.',
    'first-steps': ['Count the free beds.'],
    knows: ['home-address'],
  },
});

const places = (): Draft<'places'> => ({
  station: { name: 'Police station', text: 'A busy hall.', map: [20, 40], near: { 'bus-park': '20m', cells: '5m' } },
  'bus-park': { name: 'Bus park', text: 'Buses and tea stands.', map: [50, 50], near: { 'children-home': '30m' } },
  'children-home': { name: 'Children’s home', text: 'A quiet yard.', map: [80, 30] },
  'coach-flat': { name: 'A flat', text: 'Third floor.', map: [60, 80], near: { 'bus-park': '15m' }, hidden: true },
  cells: { name: 'Cells', text: 'Two rooms.', map: [15, 45], custody: true },
});

const people = (): Draft<'people'> => ({
  nyota: {
    name: 'Nyota',
    appears: 'A girl with a sports bag',
    sex: 'female',
    status: 'presumed-victim',
    age: { real: 11, claimed: 11 },
    language: 'luwendan',
    at: 'bus-park',
    needs: ['safe-accommodation', 'child-officer', 'family-tracing'],
    indicators: ['speech-controlled', 'no-papers'],
    start: { trust: 3, stress: 5 },
    screening: {
      says: 'I am going to play football.',
      yields: ['nyota-health'],
      'in-company': 'She looks at the man.',
    },
    consents: {
      service: [{ answer: 'given', says: 'Can I call my mother?' }],
      data: [
        { when: { person: 'nyota', trust: { 'at-least': 3 } }, answer: 'given', says: 'Yes.' },
        { answer: 'refused', says: 'No.' },
      ],
      interview: [{ answer: 'given', says: 'All right.' }],
    },
    offers: [{ service: 'children-home', answer: 'accepted', says: 'Is there food?' }],
    'risk-level': 'high',
    'family-risk': true,
  },
  juma: {
    name: 'Juma',
    appears: 'A man in work clothes',
    sex: 'male',
    status: 'presumed-victim',
    age: { real: 24 },
    language: 'taravian',
    at: 'bus-park',
    needs: ['legal-aid'],
    indicators: ['no-papers'],
    screening: { says: 'They kept my papers.' },
    consents: {
      service: [{ answer: 'given', says: 'You may ask.' }],
      data: [{ answer: 'refused', says: 'No names.' }],
    },
    offers: [{ service: 'men-house', answer: 'refused', says: 'I have a cousin here.' }],
  },
  coach: {
    name: 'Coach',
    appears: 'A man with a whistle',
    sex: 'male',
    status: 'suspect',
    age: { real: 41 },
    language: 'taravian',
    at: 'bus-park',
  },
});

const items = (): Draft<'items'> => ({
  tip: { kind: 'message', title: 'A tip', text: 'Children leave tonight.', 'needed-by': ['child-protection'] },
  'bus-manifest': {
    kind: 'document',
    title: 'Passenger list',
    parts: {
      names: {
        title: 'Names',
        text: 'Nyota and Juma.',
        tags: ['id', 'evidence'],
        about: ['nyota', 'juma'],
        names: ['nyota', 'juma'],
      },
      seats: { title: 'Seats', text: 'Rows 4 and 5.', tags: ['evidence'] },
    },
    found: { at: 'bus-park', by: ['police'], takes: '10m' },
    take: { needs: 'seize', bases: ['duty-by-law', 'court-order'] },
    lasts: '3h',
    core: true,
    supports: { coach: ['act.transport'] },
    'needed-by': ['child-protection'],
    'needed-parts': { 'child-protection': ['names'] },
  },
  'coach-phone': {
    kind: 'digital',
    title: 'A phone',
    text: 'Locked.',
    found: { at: 'bus-park', needs: 'search' },
    take: { needs: 'seize', bases: ['court-order'] },
    analysis: { needs: 'analyse-digital', takes: '30m', yields: ['phone-contacts'] },
  },
  'phone-contacts': {
    kind: 'record',
    title: 'Contacts',
    text: 'One number, called daily.',
    tags: ['evidence'],
    supports: { coach: ['act.transport', 'purpose.begging'] },
    about: ['coach'],
    shows: ['coach-flat'],
  },
  'number-owner': {
    kind: 'record',
    title: 'Owner of the number',
    text: 'Registered to Coach.',
    tags: ['evidence'],
    supports: { coach: ['purpose.begging'] },
  },
  'home-address': { kind: 'record', title: 'Address of the home', text: 'Acacia Lane.', tags: ['shelter-location'] },
  'nyota-account': {
    kind: 'testimony',
    title: 'What Nyota tells',
    text: 'He promised a school.',
    tags: ['id', 'evidence'],
    supports: { coach: ['act.recruit', 'means.deception'] },
    source: 'nyota',
    about: ['nyota', 'coach'],
    'needed-by': ['police'],
  },
  'nyota-health': {
    kind: 'record',
    title: 'A note on her health',
    text: 'She coughs.',
    tags: ['health'],
    source: 'nyota',
    about: ['nyota'],
    'needed-by': ['child-protection'],
  },
});

const helpers = (): Draft<'helpers'> => ({
  'mrs-adan': {
    name: 'Mrs Adan',
    kind: 'interpreter',
    languages: ['luwendan'],
    by: 'phone',
    says: 'On the court list.',
    vetting: { takes: '10m', result: 'clear', says: 'No ties to anyone here.' },
    effect: { trust: 1 },
  },
  'bus-clerk': {
    name: 'The bus clerk',
    kind: 'interpreter',
    languages: ['luwendan'],
    says: 'He is here and willing.',
    vetting: { takes: '15m', result: 'conflict', says: 'He sold the tickets.' },
    effect: { trust: -2, stress: 2 },
  },
  'sister-ruth': {
    name: 'Sister Ruth',
    kind: 'support-person',
    says: 'Works with children.',
    vetting: { takes: '5m', result: 'clear', says: 'Known to the office.' },
    effect: { stress: -1 },
  },
  'officer-pili': {
    name: 'Officer Pili',
    kind: 'guardian',
    says: 'Guardian on duty.',
    vetting: { takes: '5m', result: 'clear', says: 'Named by the court.' },
  },
});

/** The account of the child: her answers depend on trust. */
export const anInterview = (): Draft<'interviews'>[string] => ({
  with: 'nyota',
  kind: 'account',
  title: 'Talk with Nyota',
  rules: ['child-specialist', 'support-person', 'interpreter', 'recorded'],
  'best-place': ['children-home'],
  topics: {
    safety: {
      title: 'How she is',
      questions: {
        'feel-now': {
          type: 'care',
          says: 'How are you feeling?',
          effect: { trust: 1, stress: -1 },
          answers: [{ says: 'Tired.' }],
        },
        'why-go': {
          type: 'blaming',
          says: 'Why did you get on that bus?',
          effect: { trust: -2, stress: 2 },
          answers: [{ says: 'She says nothing.', manner: 'Looks at the floor.' }],
          better: 'Tell me about the day of the bus.',
        },
      },
    },
    journey: {
      title: 'The journey',
      questions: {
        'tell-me': {
          type: 'open',
          says: 'Tell me everything about the day of the bus.',
          answers: [
            {
              when: { person: 'nyota', trust: { 'at-least': 4 } },
              says: 'He promised a school.',
              tells: ['nyota-account'],
            },
            { says: 'We went.' },
          ],
        },
        'coach-paid': {
          type: 'leading',
          says: 'Coach paid, did he not?',
          effect: { trust: -1 },
          answers: [{ says: 'Yes.' }],
          better: 'How was the journey paid for?',
        },
        'who-else': {
          type: 'probing',
          says: 'Who else was there?',
          needs: { role: 'police', knows: 'bus-manifest' },
          answers: [{ says: 'The others.' }],
        },
      },
    },
  },
});

const services = (): Draft<'services'> => ({
  'children-home': {
    name: 'Children’s home',
    text: 'Beds for children.',
    at: 'children-home',
    'run-by': 'child-protection',
    meets: ['safe-accommodation', 'child-officer'],
    room: 1,
    accepts: { 'age-to': 17 },
    languages: ['luwendan'],
  },
  'men-house': {
    name: 'Men’s house',
    text: 'Rooms and advice.',
    at: 'station',
    meets: ['legal-aid', 'safe-accommodation'],
    room: 1,
    accepts: { sex: ['male'], 'age-from': 18 },
    hours: '08:00-18:00',
  },
});

/** A fresh copy of the content. */
export const content = (): Content => ({
  roles: roles(),
  places: places(),
  people: people(),
  items: items(),
  helpers: helpers(),
  services: services(),
  holdings: {
    'number-owner': {
      body: 'phone-company',
      kind: 'phone-records',
      item: 'phone-contacts',
      bases: ['court-order'],
      says: 'The owner of the number is attached.',
      yields: ['number-owner'],
    },
  },
});
