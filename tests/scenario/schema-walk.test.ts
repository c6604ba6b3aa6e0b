import { expect, it } from 'vitest';
import { Scenario } from '../../shared/scenario/schema/scenario.ts';
import { textsOf } from '../../shared/scenario/schema-walk.ts';
import { conditionsOf, effectsOf } from '../../shared/scenario/visit.ts';
import { aDraft, aScenario } from '../support/a-scenario.ts';

const paths = textsOf(Scenario, aDraft()).map(({ path }) => path.join('.'));

it('textsOf finds the texts of a case, also those with their own description', () => {
  expect(paths).toContain('title');
  expect(paths).toContain('people.nyota.appears');
  expect(paths).toContain('helpers.mrs-adan.says');
  expect(paths).toContain('interviews.nyota-account.topics.journey.questions.tell-me.answers.0.says');
});

it('textsOf takes no id, duration or kind for a text', () => {
  expect(paths).not.toContain('id');
  expect(paths).not.toContain('items.bus-manifest.kind');
  expect(paths).not.toContain('people.nyota.language');
});

it('every condition and effect is found, also at places with their own description', { timeout: 60_000 }, () => {
  const { scenario } = aScenario();
  const placed = [...conditionsOf(scenario), ...effectsOf(scenario)].map(({ path }) => path.join('.'));
  for (const [id, task] of Object.entries(scenario.rubric)) {
    expect(placed).toContain(`rubric.${id}.do`);
    if (task.window?.after) expect(placed).toContain(`rubric.${id}.window.after`);
  }
  for (const [id, line] of Object.entries(scenario['red-lines'])) {
    expect(placed).toContain(`red-lines.${id}.when`);
    if (line['repaired-by']) expect(placed).toContain(`red-lines.${id}.repaired-by`);
  }
  for (const [id, inject] of Object.entries(scenario.injects)) {
    if (inject.when) expect(placed).toContain(`injects.${id}.when`);
    for (const index of inject.does.keys()) expect(placed).toContain(`injects.${id}.does.${index}`);
  }
});
