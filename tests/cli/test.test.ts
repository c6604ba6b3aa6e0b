/** `baraza test`: plays playthroughs and reports the first failing step. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIXTURES } from '../scenario/fixtures.ts';
import { runBaraza } from '../support/run-baraza.ts';

let root = '';
let folder = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'played-'));
  folder = join(root, 'smallest');
  cpSync(join(FIXTURES, 'smallest'), folder, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A playthrough of the smallest case, from its steps. */
const write = (name: string, ...steps: string[]) =>
  writeFileSync(
    join(folder, `${name}.playthrough.yaml`),
    ['format: 1', 'title: Test', 'scenario: smallest', 'steps:', ...steps.map((step) => `  - ${step}`)].join('\n'),
  );
const play = (...words: string[]) => runBaraza(['test', folder, ...words], { cwd: root });

test('a passing playthrough is printed with its marks, and the exit code is 0', async () => {
  write(
    'good',
    '{who: police, do: travel, place: bus-park}',
    '{at: +10m, who: police, do: search}',
    '{at: +10m}',
    '{who: police, knows: ticket}',
  );
  const { exit, text } = await play('--only', 'good');
  expect(text).toContain('✓ good: Test (4 steps');
  expect(text).toContain('1 playthrough: 1 passed, 0 failed.');
  expect(exit).toBe(0);
});

test('the first failing step is printed with its line, expected and actual value', async () => {
  write('stops', '{who: police, do: travel, place: bus-park}', '{who: police, knows: ticket}', '{at: +1m}');
  const { exit, text } = await play('--only', 'stops');
  expect(text).toContain('smallest/stops.playthrough.yaml:6  step 2');
  expect(text).toContain('    6 | - {who: police, knows: ticket}');
  expect(text).toContain('expected: known\n    actual:   not known');
  expect(exit).toBe(1);
});

test('the failing part of a condition is marked', async () => {
  write('waits', '{expect: {all: [{person: juma, status: suspect}, {item: ticket, is: taken}]}}');
  const { text } = await play('--only', 'waits', '--format', 'json');
  const [tested] =
    (JSON.parse(text) as { playthroughs: { failure: { missing: string[] } }[] }[])[0]?.playthroughs ?? [];
  expect(tested?.failure.missing).toContain('{"item":"ticket","is":"taken"}');
});

test('a mistyped id is reported before anything is played', async () => {
  write('slips', '{who: police, knows: tickt}');
  const { exit, text } = await play('--only', 'slips');
  expect(text).toContain('Did you mean `ticket`?');
  expect(exit).toBe(1);
});

test('a case that cannot be played is reported as such', async () => {
  const broken = join(root, 'broken');
  mkdirSync(broken);
  writeFileSync(join(broken, 'scenario.yaml'), 'format: 1\n');
  writeFileSync(join(broken, 'one.playthrough.yaml'), 'format: 1\n');
  const { exit, text } = await runBaraza(['test', broken], { cwd: root });
  expect(text).toContain('cannot be played');
  expect(exit).toBe(1);
});

test('a missing case or playthrough counts as a wrong command line', async () => {
  expect(await runBaraza(['test', join(root, 'nowhere')])).toMatchObject({ exit: 2 });
  const { exit, notes } = await play('--only', 'nobody');
  expect(notes).toContain('nobody');
  expect(exit).toBe(2);
});
