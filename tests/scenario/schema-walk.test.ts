import { expect, it } from 'vitest';
import { Scenario } from '../../shared/scenario/schema/scenario.ts';
import { textsOf } from '../../shared/scenario/schema-walk.ts';
import { aDraft } from '../support/a-scenario.ts';

const paths = textsOf(Scenario, aDraft()).map(({ path }) => path.join('.'));

it('finds the texts of a case, also those that the format describes one by one', () => {
  expect(paths).toContain('title');
  expect(paths).toContain('people.nyota.appears');
  expect(paths).toContain('helpers.mrs-adan.says');
  expect(paths).toContain('interviews.nyota-account.topics.journey.questions.tell-me.answers.0.says');
});

it('takes no id, duration or kind for a text', () => {
  expect(paths).not.toContain('id');
  expect(paths).not.toContain('items.bus-manifest.kind');
  expect(paths).not.toContain('people.nyota.language');
});
