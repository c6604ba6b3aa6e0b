/** Which viewer may read which card, judged by its own world alone. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { control, desk } from '../../shared/access/audience.ts';
import { type CardSource, cardOf } from '../../shared/cards/card-of.ts';
import { cardFor, mayRead } from '../../shared/cards/may-read.ts';
import { textRefsOf } from '../../shared/cards/text-refs.ts';
import { emptyWorld, type World } from '../../shared/exercise/world.ts';
import { questionIds, stateAddresses } from '../../shared/scenario/known-ids.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { aScenario } from '../support/a-scenario.ts';
import { onSite, screensNyota } from '../support/a-debrief.ts';

const compiled = aScenario();
const { scenario } = compiled;
const source: CardSource = { compiled, translations: {}, art: {} };
const police = desk('police', 'p1');

/** The id of every card of a case. */
function everyCardId({ scenario }: CompiledScenario): string[] {
  const all = (kind: string, record: object) => Object.keys(record).map((id) => `${kind}:${id}`);
  const answers = questionIds(scenario).map((id) => `answer:${id}.0`);
  const said = Object.entries(scenario.people).flatMap(([id, person]) => [
    `screening:${id}.alone`,
    `screening:${id}.company`,
    ...Object.keys(person.consents).map((kind) => `consent:${id}.${kind}.0`),
    ...person.offers.map((_, index) => `offer:${id}.${index}`),
  ]);
  return [
    'law',
    'roles',
    'places',
    'helpers',
    'services',
    'prompts',
    'model',
    ...all('role', scenario.roles),
    ...all('place', scenario.places),
    ...all('item', scenario.items),
    ...all('person', scenario.people),
    ...all('truth', scenario.people),
    ...all('helper', scenario.helpers),
    ...all('service', scenario.services),
    ...all('inject', scenario.injects),
    ...all('decision', scenario.decisions),
    ...all('operation', scenario.operations),
    ...all('holding', scenario.holdings),
    ...all('script', scenario.interviews),
    ...all('task', scenario.rubric),
    ...all('red-line', scenario['red-lines']),
    ...all('pin', scenario.debrief.pins),
    ...all('victim-eye', scenario.debrief['victim-eye']),
    ...questionIds(scenario).map((id) => `question:${id}`),
    ...answers,
    ...said,
    ...stateAddresses(scenario.statecharts).map((id) => `phase:${id}`),
  ];
}

const PUBLIC = new Set(['law', 'roles', 'places', 'helpers', 'services', 'role', 'place', 'helper', 'service']);
const kindOf = (id: string) => id.split(':')[0] ?? '';

describe('a desk that knows nothing', () => {
  test('reads only public cards', () => {
    for (const id of everyCardId(compiled)) {
      const card = cardFor(source, emptyWorld(), police, 'en', id);
      if (!PUBLIC.has(kindOf(id))) expect(card, id).toBeUndefined();
    }
  });

  test('reads no hidden place, and no brief except its own', () => {
    for (const [id, place] of Object.entries(scenario.places)) {
      expect(mayRead(emptyWorld(), police, compiled, `place:${id}`), id).toBe(
        !place.hidden || place['known-to'].includes('police'),
      );
    }
    expect(cardFor(source, emptyWorld(), police, 'en', 'role:police')?.text).toBe(scenario.roles['police']?.brief);
    expect(cardFor(source, emptyWorld(), police, 'en', 'role:child-protection')?.text).toBeUndefined();
    expect(cardFor(source, emptyWorld(), police, 'en', 'role:child-protection')?.facts).not.toHaveProperty(
      'firstSteps',
    );
  });

  test('gets no card for a malformed or reserved id', () => {
    for (const id of [
      '',
      ':',
      'item',
      'item:',
      'item:__proto__',
      'role:constructor',
      'text:t1',
      'toString',
      '__proto__',
      'constructor:x',
      'answer:a.b.c.0',
      'consent:x.y.z',
      'phase:',
    ]) {
      expect(cardFor(source, emptyWorld(), police, 'en', id), id).toBeUndefined();
      expect(() => cardOf(source, 'en', id)).not.toThrow();
    }
  });
});

test('a seat without a desk reads only titles of desks and the law', () => {
  const readable = everyCardId(compiled).filter((id) => mayRead(emptyWorld(), desk(undefined, 's1'), compiled, id));
  expect(new Set(readable.map(kindOf))).toEqual(new Set(['law', 'role']));
  expect(cardFor(source, emptyWorld(), desk(undefined, 's1'), 'en', 'role:police')?.text).toBeUndefined();
});

test('the trainer reads every card', () => {
  for (const id of everyCardId(compiled)) {
    expect(mayRead(emptyWorld(), control, compiled, id), id).toBe(true);
    const isSaid = !/^(screening|consent|model|phase)/.test(id);
    if (isSaid) expect(cardFor(source, emptyWorld(), control, 'en', id), id).toBeDefined();
  }
});

const knowing = (item: string, parts: string[], role = 'police'): World => ({
  ...emptyWorld(),
  items: {
    [item]: { known: { [role]: { parts, how: 'found', by: role, at: 0 } }, custody: [], assessed: {}, board: {} },
  },
});

test('a desk reads exactly the parts of an item that it knows', () => {
  const [id, item] = Object.entries(scenario.items).find(([, each]) => Object.keys(each.parts ?? {}).length > 1) ?? [];
  if (id === undefined || !item?.parts) throw new Error('the small case has an item with parts');
  const parts = item.parts;
  fc.assert(
    fc.property(fc.subarray(Object.keys(parts)), (known) => {
      const card = cardFor(source, knowing(id, known), police, 'en', `item:${id}`);
      expect(card === undefined).toBe(known.length === 0);
      expect(Object.keys(card?.parts ?? {})).toEqual(known);
      const text = JSON.stringify(card) ?? '';
      for (const [part, { text: secret }] of Object.entries(parts))
        expect(text.includes(JSON.stringify(secret).slice(1, -1))).toBe(known.includes(part));
      const narrow = Object.entries(parts)
        .filter(([part]) => !known.includes(part))
        .flatMap(([, { tags }]) => tags);
      const open = known.flatMap((part) => parts[part]?.tags ?? []);
      if (narrow.length > 0)
        expect((card?.tags ?? []).filter((tag) => narrow.includes(tag) && !open.includes(tag))).toEqual([]);
    }),
  );
});

test('a desk reads nothing that only another desk knows', () => {
  const [id] = Object.keys(scenario.items);
  expect(mayRead(knowing(id ?? '', ['all'], 'child-protection'), police, compiled, `item:${id}`)).toBe(false);
});

test('a person is shown by appearance until the name is known', () => {
  const met = (named: boolean): World => ({
    ...emptyWorld(),
    people: {
      nyota: { known: { police: { named, at: 0 } }, indicators: {}, screenings: [], referrals: [], consents: [] },
    },
  });
  const before = cardFor(source, met(false), police, 'en', 'person:nyota');
  expect(before?.title).toBe(scenario.people['nyota']?.appears);
  expect(JSON.stringify(before)).not.toContain(scenario.people['nyota']?.name);
  expect(before?.facts).not.toHaveProperty('age');
  expect(cardFor(source, met(true), police, 'en', 'person:nyota')?.title).toBe(scenario.people['nyota']?.name);
});

test('during play a desk reads what it found and heard, and the other desk does not', () => {
  const play = onSite();
  screensNyota(play);
  const [ours, theirs] = [play.view(police), play.view(desk('child-protection', 'c1'))];
  const other = desk('child-protection', 'c1');
  expect(mayRead(ours, police, play.compiled, 'item:bus-manifest')).toBe(true);
  expect(mayRead(theirs, other, play.compiled, 'item:bus-manifest')).toBe(false);
  expect(mayRead(ours, police, play.compiled, 'screening:nyota.alone')).toBe(true);
  expect(mayRead(ours, police, play.compiled, 'screening:nyota.company')).toBe(false);
});

test('better wordings, tasks and the model path are readable only after the end', () => {
  const ended: World = { ...emptyWorld(), status: 'ended' };
  const [task] = Object.keys(scenario.rubric);
  expect(cardFor(source, emptyWorld(), police, 'en', `task:${task}`)).toBeUndefined();
  expect(cardFor(source, ended, police, 'en', `task:${task}`)?.title).toBe(scenario.rubric[task ?? '']?.title);
  expect(mayRead(ended, police, compiled, 'truth:nyota')).toBe(false);
  expect(mayRead(ended, police, compiled, `item:${Object.keys(scenario.items)[0]}`)).toBe(false);
});

test('a card is in the requested language, or marked as a fallback', () => {
  const [place] = Object.keys(scenario.places);
  const id = `place:${place}`;
  const translated: CardSource = {
    compiled,
    translations: { fr: { places: { [place ?? '']: { name: 'Un lieu', text: 'Calme.' } } } },
  };
  expect(cardFor(translated, emptyWorld(), police, 'fr', id)).toMatchObject({ title: 'Un lieu', text: 'Calme.' });
  expect(cardFor(translated, emptyWorld(), police, 'fr', id)).not.toHaveProperty('fallback');
  expect(cardFor(translated, emptyWorld(), police, 'fr-be', id)?.title).toBe('Un lieu');
  expect(cardFor(translated, emptyWorld(), police, 'so', id)).toMatchObject({
    title: scenario.places[place ?? '']?.name,
    fallback: true,
  });
  expect(cardFor(translated, emptyWorld(), police, 'en', id)).not.toHaveProperty('fallback');
});

test('the law card is complete in every language, with the texts that are translated', () => {
  const [agency] = Object.keys(compiled.law.agencies);
  const translated: CardSource = {
    compiled,
    translations: { fr: { law: { title: 'La loi', agencies: { [agency ?? '']: { title: 'Police FR' } } } } },
  };
  const card = cardFor(translated, emptyWorld(), police, 'fr', 'law');
  expect(card?.title).toBe('La loi');
  expect(card?.facts).toMatchObject({
    id: compiled.law.id,
    agencies: { [agency ?? '']: { title: 'Police FR', powers: compiled.law.agencies[agency ?? '']?.powers } },
  });
});

test('words of people are readable exactly for viewers whose world refers to them', () => {
  const world: World = {
    ...emptyWorld(),
    messages: { m1: { at: 0, by: 'police', to: ['child-protection'], text: 't1' } },
    decisionLog: { d1: { at: 0, by: 'police', text: 't2', reason: 't3', rejected: undefined, confidence: 'low' } },
  };
  expect(textRefsOf(world)).toEqual(new Set(['t1', 't2', 't3']));
  expect(textRefsOf(emptyWorld()).size).toBe(0);
});
