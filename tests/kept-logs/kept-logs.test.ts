/** Logs of an earlier version open, fold, debrief and export under the present code with identical results. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { AnyCommand, COMMAND_TYPES } from '../../shared/vocabulary/commands.ts';
import { EVENT_TYPES } from '../../shared/vocabulary/events.ts';
import { differences } from '../support/kept-logs/differences.ts';
import {
  keptLogs,
  keptSets,
  LOGS,
  openPinned,
  readLog,
  readSources,
  readTold,
  type KeptLog,
} from '../support/kept-logs/kept-log.ts';
import { shownBy } from '../support/kept-logs/told-by.ts';

// One log takes a second or two on a quiet machine.
vi.setConfig({ testTimeout: 120_000 });

interface Line {
  log: string;
  case: string;
  events: string[];
  commands: string[];
}

/** The table of contents of a set: the types that no log of it has, then one line per log. */
function contentsOf(set: string): { logs: Line[] } {
  const text = readFileSync(join(LOGS, set, 'contents.ndjson'), 'utf8').trim();
  const [, ...logs] = text.split('\n').map((line) => JSON.parse(line) as unknown);
  return { logs: logs as Line[] };
}

describe('the sets of logs together', () => {
  it('contain every command, and every event ever emitted', () => {
    const logs = keptSets().flatMap((set) => contentsOf(set).logs);
    const absent = (types: readonly string[], kind: 'commands' | 'events') =>
      types.filter((type) => !logs.some((log) => log[kind].includes(type)));
    expect(absent(COMMAND_TYPES, 'commands')).toEqual([]);
    expect(absent(EVENT_TYPES, 'events')).toEqual(['operation-ended']);
  });
});

describe.each(keptSets())('the set of logs %s', (set) => {
  const contents = contentsOf(set);
  const sources = readSources(set);
  const caseOf = ({ record: { hash } }: KeptLog) => openPinned(sources[hash] ?? {}, hash);

  it('contains both full cases', () => {
    const cases = contents.logs.map((line) => line.case);
    expect(cases).toContain('trial-match');
    expect(cases).toContain('silver-nets');
    expect(keptLogs(set).sort()).toEqual(contents.logs.map((line) => line.log).sort());
  });

  describe.each(keptLogs(set))('%s', (name) => {
    const log = readLog(set, name);

    it('contains the events and commands of its table of contents, and each command still parses', () => {
      const types = (rows: readonly string[]) =>
        [...new Set(rows.map((row) => (JSON.parse(row) as { type: string }).type))].sort();
      const line = contents.logs.find((one) => one.log === name);
      expect(types(log.events)).toEqual(line?.events);
      expect(types(log.commands.map(({ body }) => body))).toEqual(line?.commands);
      for (const { body } of log.commands) expect(() => AnyCommand.parse(JSON.parse(body))).not.toThrow();
    });

    it('gives the same views and exports', async () => {
      const { views, exports } = readTold(set, name);
      expect(differences(set, { views, exports }, await shownBy(caseOf(log), log))).toEqual([]);
    });
  });
});
