/** Logs of an earlier version are marked as they were. Apart from views and exports, because marks take a tenth of their time. */
import { describe, expect, it, vi } from 'vitest';
import { RULES_VERSION } from '../../shared/debrief/rules-version.ts';
import { differences } from '../support/kept-logs/differences.ts';
import { keptLogs, keptSets, openPinned, readLog, readSources, readTold } from '../support/kept-logs/kept-log.ts';
import { marksBy } from '../support/kept-logs/marks-by.ts';
import { MEANT_CHANGES } from '../support/kept-logs/meant-changes.ts';

vi.setConfig({ testTimeout: 120_000 });

describe.each(keptSets())('the marks of the set of logs %s', (set) => {
  it.each(keptLogs(set))('are the same for %s', (name) => {
    const log = readLog(set, name);
    const { hash } = log.record;
    const { debrief, deskDebriefs } = readTold(set, name);
    const now = marksBy(openPinned(readSources(set)[hash] ?? {}, hash), log);
    expect(differences(set, { debrief, deskDebriefs }, now)).toEqual([]);
  });
});

describe('the version of the rules', () => {
  it('was raised with the last change of a mark, and for nothing else', () => {
    const raised = MEANT_CHANGES.flatMap(({ rules }) => (rules === 'same' ? [] : [rules]));
    expect(RULES_VERSION).toBe(Math.max(1, ...raised));
  });
});
