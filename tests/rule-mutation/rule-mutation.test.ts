/** The proof by mutants finds what a test does not hold, and its list of explained survivors is about the rules of today. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Explanation, explains, explanations } from './explained.ts';
import { ROOT, ruleFiles } from './files.ts';
import { type Mutant, type Mutated, mutate, nameOf } from './mutants.ts';
import { Runner } from './runner.ts';

const RULE = 'adult.ts';
const TESTS = 'adult.test.ts';

describe('a rule with one test on each side of its limit', () => {
  let root: string;
  let rule: Mutated;
  const survivors: string[] = [];
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'baraza-mutants-'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    writeFileSync(join(root, 'package.json'), '{}');
    writeFileSync(join(root, RULE), 'export const isAdult = (age: number): boolean => age >= 18;\n');
    writeFileSync(
      join(root, TESTS),
      `import { expect, it } from 'vitest';
import { isAdult } from './adult.ts';
it('is true at twenty', () => expect(isAdult(20)).toBe(true));
it('is false at ten', () => expect(isAdult(10)).toBe(false));
`,
    );
    rule = await mutate(root, [RULE]);
    const runner = await Runner.start(root, [RULE], [TESTS]);
    const measured = await runner.measure(TESTS);
    expect(measured.map(({ failure }) => failure)).toEqual([undefined, undefined]);
    for (const mutant of rule.mutants) {
      const attempts = measured.map(({ file, name, reaches }) => ({ file, name, hits: reaches[mutant.id] ?? 0 }));
      if ((await runner.judge(mutant.id, attempts)).killedBy === undefined) survivors.push(nameOf(mutant));
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('has mutants', () => {
    expect(rule.mutants.length).toBeGreaterThan(3);
  });

  it('lets only the mutant survive that moves the limit by one', () => {
    expect(survivors).toEqual([`${RULE}: age >= 18 => age > 18`]);
  });
});

describe('the explained survivors', () => {
  let mutants: readonly Mutant[];
  beforeAll(async () => {
    ({ mutants } = await mutate(ROOT, ruleFiles()));
  });
  const linesOf = (entry: Explanation) =>
    mutants.filter((mutant) => explains(entry, mutant)).map(({ sourceLine }) => sourceLine);

  it('are mutants of the rules of today', () => {
    const gone = explanations().filter((entry) => linesOf(entry).length === 0);
    expect(gone.map(({ line, ...entry }) => [nameOf(entry), line])).toEqual([]);
  });

  it('name their line where the same text stands on several lines of the file', () => {
    const unclear = explanations().filter((entry) => new Set(linesOf(entry)).size > 1);
    expect(unclear.map(nameOf)).toEqual([]);
  });

  it('have one reason each', () => {
    const names = explanations().flatMap((entry) =>
      mutants.filter((mutant) => explains(entry, mutant)).map(({ file, id }) => `${file} ${id}`),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
