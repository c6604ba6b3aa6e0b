/** The gates are complete: every test file runs, every claim has a test, and a run ends with its figures. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { claims } from './claims.ts';
import { ROOT, testFiles } from './files.ts';
import { BROWSER_PARTS, covers, type Gate, PARTS, partOf, partsOf, UNIT_PARTS } from './parts.ts';
import { countsOf } from './reports.ts';
import { duration, lastLine, table } from './table.ts';

const files = testFiles();

describe('every test file', () => {
  it('belongs to a part of a gate', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
  });

  it('that replaces a module does not share its modules with other files', () => {
    const replaces = (file: string): boolean => readFileSync(join(ROOT, file), 'utf8').includes('vi.mock(');
    const sharing = files.filter((file) => {
      const part = partOf(file);
      return part?.kind === 'unit' && part.sharesModules === true;
    });
    expect(sharing.length).toBeGreaterThan(100);
    // This file only names the function.
    expect(sharing.filter(replaces)).toEqual(['tests/gate/gate.test.ts']);
  });

  it('is not found outside tests/, or with an ending that no runner reads', () => {
    for (const file of ['client/ui/app.test.ts', 'tests/exercise/clock.test.mts', 'tests/e2e/class.spec.tsx'])
      expect(partOf(file), file).toBeUndefined();
  });

  it('is in the most specific part that covers it', () => {
    expect(partOf('tests/trust/network/drops.test.ts')?.name).toBe('trust-pressure');
    expect(partOf('tests/trust/network/one-seat.test.ts')?.name).toBe('trust');
    expect(partOf('tests/trust/hostile/xss.spec.ts')?.name).toBe('browser');
    expect(partOf('tests/a-new-folder/a.test.ts')?.name).toBe('core');
    expect(partOf('tests/a-new-folder/a.test.tsx')?.name).toBe('components');
  });
});

describe('the parts of the gates', () => {
  it('name only folders and files that hold tests', () => {
    const paths = [...UNIT_PARTS, ...BROWSER_PARTS].flatMap((part) => part.paths ?? []);
    expect(paths.filter((path) => !files.some((file) => covers(path, file)))).toEqual([]);
  });

  it('include every script check:… of package.json that `npm run check` runs', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    const checked = [...(scripts['check'] ?? '').matchAll(/npm run (check:\w+)/g)].map(([, name]) => name);
    const parts = PARTS.filter(({ kind }) => kind === 'check').map(({ name }) => name);
    expect(parts.filter((name) => name.startsWith('check:'))).toEqual(checked);
    expect(parts.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('have unique names, and all of them run in `npm run test:all`', () => {
    expect(new Set(PARTS.map(({ name }) => name)).size).toBe(PARTS.length);
    expect(partsOf('all')).toEqual(PARTS);
    expect(partsOf('push').every(({ gate }) => gate === 'push')).toBe(true);
  });
});

describe('docs/trust.md', () => {
  const all = claims();

  it('has claims in every table', () => {
    expect(all.length).toBeGreaterThan(70);
  });

  it.each(all)('“$claim” names tests that exist', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((test) => !files.includes(test))).toEqual([]);
  });

  it.each(all)('“$claim” says in which gate its tests run', ({ tests, gate }) => {
    const gates = new Set(tests.map((test): Gate | undefined => partOf(test)?.gate));
    expect(gate).toBe((['push', 'all'] as const).filter((one) => gates.has(one)).join(', '));
  });

  it('leaves out no file of tests/trust', () => {
    const claimed = new Set(all.flatMap(({ tests }) => tests));
    const ofTrust = files.filter((file) => file.startsWith('tests/trust/') && !file.startsWith('tests/trust/support/'));
    expect(ofTrust.filter((file) => !claimed.has(file))).toEqual([]);
  });
});

describe('a run of a gate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const report = (json: unknown): string => {
    const path = join(folder, 'report.json');
    writeFileSync(path, JSON.stringify(json));
    return path;
  };
  const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };
  const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

  it('counts what the runners report', () => {
    expect(countsOf('unit', report(vitest), 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
    expect(countsOf('browser', report(playwright), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(countsOf('check', 'none', 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });

  it('counts a part that broke without a failed test as one failure', () => {
    expect(countsOf('check', 'none', 1).failed).toBe(1);
    expect(countsOf('unit', join(folder, 'no-such-report.json'), 0).failed).toBe(1);
    expect(countsOf('unit', report(vitest), 1).failed).toBe(1);
    expect(countsOf('unit', report({ ...vitest, numPassedTests: 0, numPendingTests: 0 }), 0).failed).toBe(1);
    const unloaded = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countsOf('unit', report(unloaded), 1)).toEqual({ passed: 5, failed: 1, skipped: 1 });
    const flaky = { ...playwright, stats: { ...playwright.stats, flaky: 1 } };
    expect(countsOf('browser', report(flaky), 0).failed).toBe(1);
  });

  it('ends with a table and one summary line', () => {
    const rows = [
      { part: { name: 'core' }, seconds: 62.4, passed: 1200, failed: 0, skipped: 2 },
      { part: { name: 'lint' }, seconds: 4, passed: 0, failed: 1, skipped: 0 },
    ];
    expect(table(rows).split('\n')).toEqual([
      'part   passed  failed  skipped        time',
      'core     1200       0        2  1 min 02 s',
      'lint        0       1        0         4 s',
      'total    1200       1        2  1 min 06 s',
    ]);
    expect(lastLine(rows)).toBe('1200 passed, 1 failed');
    expect([0.2, 59.4, 59.6, 725].map(duration)).toEqual(['0 s', '59 s', '1 min 00 s', '12 min 05 s']);
  });
});
