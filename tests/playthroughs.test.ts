/** Every case plays along its authors' playthroughs: `scenarios/<case>/*.playthrough.yaml`. */
import { describe, expect, test, vi } from 'vitest';
import { parsePlaythrough } from '../shared/playthrough/parse-playthrough.ts';
import { formatFailure, playThrough } from '../shared/playthrough/play-through.ts';
import { formatDiagnostic } from '../shared/scenario/format-diagnostic.ts';
import { parseCase } from '../shared/scenario/parse-case.ts';
import { caseFiles, caseIds, playthroughsOf } from './support/case-files.ts';

// A whole exemplary play takes a second, and many seconds on a shared machine.
vi.setConfig({ testTimeout: 60_000 });

test('there are cases to play', () => {
  expect(caseIds()).toContain('trial-match');
});

describe.each(caseIds())('the case %s', (id) => {
  const { compiled, diagnostics } = parseCase(caseFiles(id));

  test('has at least one playthrough', () => {
    expect(playthroughsOf(id).length).toBeGreaterThan(0);
  });

  test.each(playthroughsOf(id))('passes $path', ({ path, text }) => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map((finding) => formatDiagnostic(finding))).toEqual([]);
    const parsed = parsePlaythrough(path, text, compiled);
    expect(parsed.diagnostics.map((finding) => formatDiagnostic(finding, text))).toEqual([]);
    if (!compiled || !parsed.playthrough) throw new Error(`${path} cannot be played`);
    const { failure } = playThrough(compiled, parsed.playthrough);
    if (failure) expect.fail(formatFailure(path, failure, parsed.lines));
  });
});
