import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caseIds } from '../support/case-files.ts';

test('every shipped case has mutation tests', () => {
  const tested = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
  expect(tested).toEqual(expect.arrayContaining(caseIds().map((id) => `${id}.test.ts`)));
});
