/** `baraza check` and `--watch`, as an author uses them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeChange } from '../../server/cli/check-watch.ts';
import type { Diagnostic } from '../../shared/scenario/diagnostic.ts';
import { FIXTURES } from '../scenario/fixtures.ts';
import { eventually } from '../support/eventually.ts';
import { runBaraza } from '../support/run-baraza.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'check-'));
  cpSync(join(FIXTURES, 'smallest'), join(root, 'smallest'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const file = () => join(root, 'smallest', 'scenario.yaml');
const written = () => readFileSync(file(), 'utf8');
const save = (text: string) => writeFileSync(file(), text);

test('baraza check prints all findings at once, sorted by place, with relative path, line and caret', async () => {
  save(written().replace('level: entry', 'level: entri').replace('lasts: 2h', 'lasts: 2 hours'));
  const { exit, text } = await runBaraza(['check', 'smallest'], { cwd: root });
  expect(exit).toBe(1);
  const places = text.match(/^\S+:\d+:\d+ {2}\w+ \w+/gm);
  expect(places).toEqual([
    expect.stringMatching(/^smallest\/scenario.yaml:7:8 {2}error UNKNOWN_VALUE$/),
    expect.stringMatching(/^smallest\/scenario.yaml:\d+:12 {2}error BAD_FORMAT$/),
  ]);
  expect(text).toContain('    7 | level: entri\n               ^^^^^\n    Did you mean `entry`?');
  expect(text).toMatch(/1 case: 2 errors, 0 warnings, 0 hints\.\n$/);
});

test('on a terminal the severity and the caret are coloured; the text stays the same', async () => {
  save(written().replace('level: entry', 'level: entri'));
  const plain = await runBaraza(['check', 'smallest'], { cwd: root });
  const coloured = await runBaraza(['check', 'smallest'], { cwd: root, colour: true });
  expect(coloured.text).toContain('\u001b[1;31merror\u001b[0m');
  expect(coloured.text).toContain('\u001b[1;31m^^^^^\u001b[0m');
  // oxlint-disable-next-line no-control-regex -- colours are control signs
  expect(coloured.text.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(plain.text);
});

test('a path without a case exits with 2 and explains what a case is', async () => {
  const { exit, text, notes } = await runBaraza(['check', 'nowhere'], { cwd: root });
  expect([exit, text]).toEqual([2, '']);
  expect(notes).toContain('a case is a folder with a scenario.yaml');
});

test('--watch checks again on every save, reports what changed, and survives broken files', async () => {
  let seen = '';
  let end = () => {};
  const stopped = () => new Promise<void>((resolve) => (end = resolve));
  const write = (text: string) => {
    seen += text;
  };
  const watching = runBaraza(['check', 'smallest', '--watch'], { cwd: root, write, stopped });
  const until = (words: string) =>
    eventually(
      () => seen,
      (text) => text.includes(words),
      words,
      30_000,
    );
  await until('0 errors, 0 warnings, 0 hints.');
  await until('Waiting for the next save');

  const good = written();
  save(written().replace('level: entry', 'level: entri'));
  await until('1 error, 0 warnings, 0 hints. Since the last save: 0 fixed, 1 new.');
  save('format: [1\n');
  await until('YAML_SYNTAX');
  rmSync(file());
  await until('Waiting for it to come back');
  save(good);
  await until('Since the last save: 1 fixed, 0 new.');
  end();
  expect((await watching).exit).toBe(0);
});

test('changed findings are counted by their text, not by their line', () => {
  const finding = (code: string, line: number): Diagnostic => ({
    code,
    severity: 'error',
    file: 'scenario.yaml',
    range: { start: { line, col: 1 }, end: { line, col: 2 } },
    message: code,
    remedy: '',
  });
  expect(describeChange([finding('A', 1)], [finding('A', 9)])).toContain('no change');
  expect(describeChange([finding('A', 1), finding('A', 2)], [finding('A', 1), finding('B', 2)])).toContain(
    '1 fixed, 1 new',
  );
});
