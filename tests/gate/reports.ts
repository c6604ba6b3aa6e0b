/** How many tests of a part passed, read from the report that its runner wrote. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Part } from './parts.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** `exit` is the exit code of the runner. A part that failed without a failed test (no report, a crash) counts one failure. */
export function countsOf(kind: Part['kind'], report: string, exit: number): Counts {
  if (kind === 'check') return { passed: exit === 0 ? 1 : 0, failed: exit === 0 ? 0 : 1, skipped: 0 };
  const counts = read(kind, report);
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  const isEmpty = counts.passed + counts.failed + counts.skipped === 0;
  return (exit !== 0 || isEmpty) && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function read(kind: 'unit' | 'browser', report: string): Counts | undefined {
  try {
    const json: unknown = JSON.parse(readFileSync(report, 'utf8'));
    return kind === 'unit' ? ofVitest(VitestReport.parse(json)) : ofPlaywright(PlaywrightReport.parse(json));
  } catch {
    return undefined;
  }
}

/** A file that could not be loaded has no tests; it counts as one that failed. */
function ofVitest(report: z.infer<typeof VitestReport>): Counts {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function ofPlaywright({ stats, errors }: z.infer<typeof PlaywrightReport>): Counts {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
