/** The documentation matches the code. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseYaml } from '../../shared/scenario/parse-yaml.ts';
import { Condition } from '../../shared/vocabulary/conditions.ts';
import { Effect } from '../../shared/scenario/schema/effects.ts';
import { Answer } from '../../shared/scenario/schema/scenario.ts';
import { Statechart } from '../../shared/scenario/schema/statecharts.ts';
import { diagnosticsPage, PAGE } from './diagnostics-page.ts';

const page = readFileSync(new URL('../../docs/authoring/reference.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```yaml ([a-z]+)\n([\s\S]*?)```/g)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));
const SCHEMAS: Record<string, z.ZodType> = {
  condition: Condition,
  effects: z.array(Effect),
  answers: z.array(Answer),
  statechart: Statechart,
  translation: z.record(z.string(), z.unknown()),
};

test('the reference has an example of every kind', () => {
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(Object.keys(SCHEMAS)));
});

test.each(blocks)('the $kind example parses: $text', ({ kind, text }) => {
  const indented = text.replaceAll(/^/gm, '  ');
  const { value, diagnostics } = parseYaml('reference.md', `example:\n${indented}`);
  expect(diagnostics).toEqual([]);
  expect(SCHEMAS[kind]?.safeParse((value as { example: unknown }).example).error?.issues ?? []).toEqual([]);
});

test('the page of findings matches the wrong files', () => {
  expect(readFileSync(PAGE, 'utf8') === diagnosticsPage(), 'run `npx tsx tests/scenario/diagnostics-page.ts`').toBe(
    true,
  );
}, 180_000);
