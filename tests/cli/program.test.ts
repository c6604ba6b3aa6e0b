/** The command `baraza`: its help and its exit codes. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../server/cli/program.ts';
import { runBaraza } from '../support/run-baraza.ts';

const quiet = () => undefined;
const program = createProgram(
  { write: quiet, note: quiet, colour: false, progress: () => ({ at: quiet, end: quiet }), cwd: process.cwd() },
  () => Promise.resolve(),
);
const names = program.commands.map((command) => command.name());

test('without arguments the program lists its commands and exits with 0', async () => {
  const { exit, text, notes } = await runBaraza([]);
  expect([exit, notes]).toEqual([0, '']);
  expect(text).toContain('Writing cases');
  expect(text).toContain('Running a class');
  expect(text).toContain('Exit codes');
  for (const name of [...names, 'start', 'dev']) expect(text).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
});

describe.each(names)('baraza %s', (name) => {
  test('has help that shows its usage', async () => {
    const { exit, text } = await runBaraza(['help', name]);
    expect(exit).toBe(0);
    expect(text).toMatch(/^Examples?:$/m);
    expect(text).toMatch(new RegExp(`npx baraza ${name}\\b`));
    expect((await runBaraza([name, '--help'])).text).toBe(text);
  });

  test('has the same description in its help and in the list of commands', () => {
    const command = program.commands.find((each) => each.name() === name) as Command;
    expect(command.description().length).toBeGreaterThan(10);
    expect(command.description()).not.toMatch(/\.$/);
  });

  test('exits with 2 for an unknown option', async () => {
    const { exit, text, notes } = await runBaraza([name, '--no-such-option']);
    expect([exit, text]).toEqual([2, '']);
    expect(notes).toContain('--no-such-option');
  });
});

test('a mistyped command gets a suggestion and exits with 2', async () => {
  expect(await runBaraza(['chekc'])).toMatchObject({
    exit: 2,
    text: '',
    notes: expect.stringContaining('Did you mean check?'),
  });
  expect((await runBaraza(['check', '--wach'])).notes).toContain('--watch');
  expect((await runBaraza(['check', '--format', 'xml'])).notes).toContain('Allowed choices are text, json');
});

test('--version prints the version of Baraza', async () => {
  expect(await runBaraza(['--version'])).toMatchObject({ exit: 0, text: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test('output is coloured only if the terminal wants it', async () => {
  const ESC = '\u001b[';
  expect((await runBaraza(['--help'])).text).not.toContain(ESC);
  expect((await runBaraza(['--help'], { colour: true })).text).toContain(ESC);
});

test('the command runs from a shell', () => {
  const script = join(resolve(import.meta.dirname, '../..'), 'server', 'cli', 'baraza.mjs');
  const run = (...words: string[]) => spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  expect(run('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('Writing cases') });
  expect(run('start', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--new-key') });
  expect(run('chekc')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Did you mean check?') });
});
