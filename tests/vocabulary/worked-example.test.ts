/** The worked example of CONTRIBUTING.md works as it stands there, and a step that is left out is found. */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copySources, exampleSteps, ROOT, type Step, take, undo } from './example-steps.ts';

const run = promisify(execFile);
const steps = exampleSteps(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'));
let folder = '';

beforeAll(() => {
  folder = copySources();
  for (const step of steps) take(folder, step);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a tool prints. A child must not take itself for a worker of this test run. */
async function tool(name: string, args: readonly string[]): Promise<string> {
  const inherited = Object.entries(process.env).filter(([key]) => !/^VITEST|^FORCE_COLOR$/.test(key));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: '1' };
  const ran = run(join(ROOT, 'node_modules/.bin', name), args, { cwd: folder, env });
  const { stdout, stderr } = await ran.catch((error: unknown) => error as { stdout: string; stderr: string });
  return stdout + stderr;
}
const compile = () =>
  tool('tsc', ['-p', 'example.tsconfig.json', '--incremental', '--tsBuildInfoFile', 'example.info']);
/** No test fails by a clock: a run counts as hung when the run around it does. */
const NO_TIMEOUT = ['--testTimeout=0', '--hookTimeout=0'];
const test = (...files: string[]) => tool('vitest', ['run', '--root', folder, ...NO_TIMEOUT, ...files]);

/** Runs with these steps taken back. */
async function without(wanted: (step: Step) => boolean, work: () => Promise<string>): Promise<string> {
  const left = steps.filter(wanted);
  expect(left).not.toEqual([]);
  for (const step of left) undo(folder, step);
  try {
    return await work();
  } finally {
    for (const step of left) take(folder, step);
  }
}

it('a command and its event, added as the page says, compile, play, and have their words', async () => {
  const [compiled, tested] = await Promise.all([compile(), test('food', 'debrief-words')]);
  expect(compiled).toBe('');
  expect(tested).toMatch(/Test Files\s+2 passed/);
});

it('a declared command without a handler, and a declared event without a fold, do not compile', async () => {
  const errors = await without(({ file }) => /decide|folds/.test(file), compile);
  expect(errors).toMatch(/decide\/people\.ts.*'"give-food"' is missing/);
  expect(errors).toMatch(/folds\/people\.ts.*'"food-given"' is missing/);
  expect(errors.match(/error TS/g)).toHaveLength(2);
});

it('a declared event without its sentences fails the test of each language', async () => {
  const failures = await without(
    ({ file }) => file.endsWith('.json'),
    () => test('debrief-words'),
  );
  expect(failures).toContain("expected [ 'food-given' ] to deeply equal []");
  for (const language of ['en', 'fr', 'sw']) expect(failures).toMatch(new RegExp(`^ FAIL .* in ${language} `, 'm'));
});
