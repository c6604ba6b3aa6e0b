/** `baraza new`: every template gives a playable case, in any folder. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TEMPLATES } from '../../server/cli/new/new-case.ts';
import { runBaraza } from '../support/run-baraza.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const run = (...words: string[]) => runBaraza(words, { cwd: root });

test.each(TEMPLATES)('template %s creates a case without findings, and its playthroughs pass', async (template) => {
  expect((await run('new', 'cases/night-bus', '--template', template)).exit).toBe(0);
  expect((await run('check', 'cases/night-bus')).text).toBe('1 case: 0 errors, 0 warnings, 0 hints.\n');
  const played = await run('test', 'cases/night-bus', '--format', 'json');
  expect(played.exit, played.text).toBe(0);
});

test('the new case contains the given name, title and language', async () => {
  const { text } = await run('new', 'night-bus', '--title', 'The night: bus', '--language', 'sw');
  expect(text).toContain('Created: night-bus');
  expect(text).toContain('npx baraza check night-bus --watch');
  const scenario = readFileSync(join(root, 'night-bus', 'scenario.yaml'), 'utf8');
  expect(scenario).toMatch(/^id: night-bus$/m);
  expect(scenario).toMatch(/^title: "The night: bus"$/m);
  expect(scenario).toMatch(/^language: sw\nlanguages: \[sw\]$/m);
  expect((await run('check', 'night-bus')).exit).toBe(0);
});

test('outside the project the new case includes its law pack and schemas', async () => {
  await run('new', 'night-bus', '--template', 'full');
  const folder = join(root, 'night-bus');
  expect(readdirSync(join(folder, 'jurisdictions'))).toContain('taravia.yaml');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.yaml') && !name.endsWith('.playthrough.yaml') && !/\.[a-z]{2}\.yaml$/.test(name),
  );
  expect(texts.length).toBeGreaterThan(7);
  for (const name of texts) {
    const schema = /^# yaml-language-server: \$schema=(.+)$/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1];
    expect(existsSync(join(folder, name, '..', schema ?? 'none')), `${name} names ${schema}`).toBe(true);
  }
});

test('beside an existing law pack no law pack is copied', async () => {
  await run('new', 'first');
  const pack = readFileSync(join(root, 'first', 'jurisdictions', 'taravia.yaml'), 'utf8');
  mkdirSync(join(root, 'jurisdictions'));
  writeFileSync(join(root, 'jurisdictions', 'taravia.yaml'), pack);
  await run('new', 'second');
  expect(existsSync(join(root, 'second', 'jurisdictions'))).toBe(false);
  expect((await run('check', 'second')).exit).toBe(0);
});

test('baraza new never overwrites a file', async () => {
  await run('new', 'night-bus');
  const mine = join(root, 'night-bus', 'scenario.yaml');
  writeFileSync(mine, 'mine');
  const again = await run('new', 'night-bus');
  expect(again).toMatchObject({ exit: 2, text: '', notes: expect.stringContaining('nothing was changed') });
  expect(readFileSync(mine, 'utf8')).toBe('mine');
});

test.each([
  [['new', 'Night Bus'], 'like `night-bus`'],
  [['new', 'night-bus', '--language', 'english'], 'two or three lower-case letters'],
  [['new', 'night-bus', '--template', 'huge'], 'Allowed choices are hello, class, full'],
  [['new'], "missing required argument 'folder'"],
])('%j is rejected with a sentence', async (words, sentence) => {
  expect(await run(...words)).toMatchObject({ exit: 2, text: '', notes: expect.stringContaining(sentence) });
  expect(readdirSync(root)).toEqual([]);
});
