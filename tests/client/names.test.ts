/** Names of things before their cards have arrived. */
import { expect, it } from 'vitest';
import { nameOf } from '../../client/names/name-of.ts';
import { aScenario } from '../support/a-scenario.ts';
import { nameSources } from '../support/sentences.ts';

const nothingYet = { card: () => undefined, law: undefined, word: () => undefined };

it.each([
  ['state', 'case.first-information'],
  ['state', 'first-bus.early'],
  ['inject', 'adila-on-the-bench'],
  ['person', 'nyota'],
  ['by', 'child-protection'],
  ['duty', 'notify-guardian'],
])('a value of the field %s is no id while nothing has arrived: %s', (field, id) => {
  expect(nameOf(nothingYet, field, id)).toBe('…');
});

it('the name of a thing stays open until its card is there, even after the law', () => {
  const { law } = aScenario();
  expect(nameOf({ ...nothingYet, law }, 'person', 'nyota')).toBe('…');
  expect(nameOf(nameSources(aScenario(), 'en'), 'person', 'nyota')).toBe('Nyota');
});
