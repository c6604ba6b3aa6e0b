/** Cases on disk: found, read, checked in a child process with a time limit, and reported by the command. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editorSchemas } from '../../server/cli/schema.ts';
import { checkInChild } from '../../server/cases/scenario-child.ts';
import { listCases, loadCase } from '../../server/cases/scenario-files.ts';
import { readFileSync } from 'node:fs';
import { runBaraza } from '../support/run-baraza.ts';
import { FIXTURES, smallestFiles } from './fixtures.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'cases-'));
  cpSync(join(FIXTURES, 'smallest'), join(root, 'smallest'), { recursive: true });
  mkdirSync(join(root, 'smallest', 'art'));
  writeFileSync(join(root, 'smallest', 'art', 'bus.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  mkdirSync(join(root, 'broken'));
  writeFileSync(join(root, 'broken', 'scenario.yaml'), 'format: 1\nid: [\n');
  mkdirSync(join(root, 'no-case'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (...words: string[]) => runBaraza(['check', ...words]);

test('a folder with a scenario.yaml is a case; its pictures are served by content hash', async () => {
  expect(await listCases(root)).toEqual([join(root, 'broken'), join(root, 'smallest')]);
  const loaded = await loadCase(join(root, 'smallest'));
  expect(loaded.diagnostics).toEqual([]);
  expect(loaded.compiled?.hash).toBe(loaded.hash);
  expect(loaded.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(loaded.art.byHash[loaded.art.byName['bus'] ?? '']).toContain('<svg');
  expect(Object.keys(loaded.files).sort()).toEqual(['art/bus.svg', 'jurisdictions/smallland.yaml', 'scenario.yaml']);
});

test('a file that hangs the reader ends only the child process', async () => {
  const many = Array.from({ length: 11_000 }, (_, at) => `k${at}:`).join('\n');
  const { diagnostics } = await checkInChild({ 'scenario.yaml': many }, 'h', 200);
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([['PARSE_TOO_LONG', 'scenario.yaml']]);
});

test('the child process gives the same result as the reader', async () => {
  const checked = await checkInChild(smallestFiles(), 'h');
  expect(checked.scenario?.id).toBe('smallest');
  expect(checked.diagnostics).toEqual([]);
});

test('the command exits with 0, 1 or 2 and prints JSON on request', async () => {
  expect(await run(join(root, 'smallest'))).toMatchObject({
    exit: 0,
    text: expect.stringContaining('1 case: 0 errors'),
  });
  const broken = await run(root, '--format', 'json');
  expect(broken.exit).toBe(1);
  expect(JSON.parse(broken.text)).toMatchObject({
    cases: 2,
    findings: [{ code: 'YAML_SYNTAX', severity: 'error', range: { start: { line: 2 } } }],
  });
  expect((await run(join(root, 'no-case'))).exit).toBe(2);
  expect((await run('--fromat', 'json')).exit).toBe(2);
});

test('the command gives the same findings in a child process and in its own', async () => {
  const ownProcess = await run(root, '--format', 'json');
  const childProcess = await runBaraza(['check', root, '--format', 'json'], { check: undefined });
  expect(childProcess).toEqual(ownProcess);
});

test('the editor schemas and the tables of the reference match the code', () => {
  for (const [name, text] of Object.entries(editorSchemas())) {
    const written = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    expect(written === text, `${name} is old: run \`npx baraza schema\``).toBe(true);
  }
});
