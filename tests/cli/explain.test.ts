/** `baraza explain`: every finding is explained by the tested page. */
import { expect, test } from 'vitest';
import { explainAll } from '../../server/cli/explain.ts';
import { DIAGNOSTIC_CODES } from '../../shared/scenario/diagnostic-catalogue.ts';
import { runBaraza } from '../support/run-baraza.ts';

test('every finding has a page with a one-line rule', () => {
  const all = explainAll();
  expect(all.map(({ code }) => code)).toEqual([...DIAGNOSTIC_CODES].sort());
  expect(all.filter(({ page, rule }) => page === '' || rule.length < 5).map(({ code }) => code)).toEqual([]);
});

test('a code is found in upper or lower case, with its examples', async () => {
  const { exit, text } = await runBaraza(['explain', 'unknown_state']);
  expect(exit).toBe(0);
  expect(text).toMatch(/^UNKNOWN_STATE {2}error: /);
  expect(text).toContain('Did you mean `safe`?');
  expect(text).not.toContain('```');
  expect((await runBaraza(['explain', 'Unknown-State'])).text).toBe(text);
});

test('without a code, every finding is listed in one line', async () => {
  const { text } = await runBaraza(['explain']);
  for (const code of DIAGNOSTIC_CODES) expect(text).toMatch(new RegExp(`^ {2}${code} +\\S`, 'm'));
});

test('a mistyped code gets a suggestion', async () => {
  expect(await runBaraza(['explain', 'UNKNWN_ID'])).toMatchObject({
    exit: 2,
    text: '',
    notes: expect.stringContaining('Did you mean UNKNOWN_ID?'),
  });
});

test('--json prints the same as data', async () => {
  const { text } = await runBaraza(['explain', 'ALIAS', '--format', 'json']);
  expect(JSON.parse(text)).toMatchObject({ code: 'ALIAS', severity: 'error', page: expect.stringContaining('*other') });
});
