import { expect, test } from 'vitest';
import { desk } from '../../../shared/access/audience.ts';
import { cardFor } from '../../../shared/cards/may-read.ts';
import type { World } from '../../../shared/exercise/world.ts';
import { aScenario } from '../../support/a-scenario.ts';
import { item, person, world } from './worlds.ts';

test('a card names the person who is its source, only to a desk that knows the person', () => {
  const compiled = aScenario();
  const [id] = Object.entries(compiled.scenario.items).find(([, one]) => one.source === 'nyota') ?? [];
  const sourceIn = (known: World): unknown =>
    cardFor({ compiled, translations: {}, art: {} }, known, desk('police', 's1'), 'en', `item:${id}`)?.facts?.source;
  const known: World['items'][string]['known'] = { police: { parts: ['all'], how: 'interview', by: 'police', at: 1 } };
  const items = { [id ?? '']: { ...item('police', 1), known } };
  expect(sourceIn(world({ items, people: { nyota: person(['police']) } }))).toBe('nyota');
  expect(sourceIn(world({ items, people: { nyota: person(['prosecutor']) } }))).toBeUndefined();
});
