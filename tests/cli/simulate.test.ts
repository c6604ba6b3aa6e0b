/** `baraza simulate`, as an author runs it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { placesOf } from '../../server/cli/simulate/places.ts';
import { aCase, type Change } from '../support/a-scenario.ts';
import { runBaraza } from '../support/run-baraza.ts';

/** Widens the core's audiences: a bug that the proof must find. */
const bug = vi.hoisted(() => ({ on: false }));
vi.mock(import('../../shared/access/audience.ts'), async (original) => {
  const real = await original();
  const leaky: typeof real.role = (...roles) => real.role(...roles, ...(bug.on ? ['child-protection'] : []));
  return { ...real, role: leaky };
});

const root = mkdtempSync(join(tmpdir(), 'baraza-simulate-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The small case as a folder. */
function folderOf(name: string, change?: Change): string {
  for (const [file, text] of Object.entries(aCase(change))) {
    const path = file.startsWith('jurisdictions/') ? join(root, file) : join(root, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return name;
}

const inRoot = { cwd: root };
const Report = z.object({
  case: z.object({ id: z.string(), hash: z.string() }),
  plays: z.number(),
  broken: z.number(),
  lineUps: z.array(z.object({ lineUp: z.string(), plays: z.number(), ratings: z.record(z.string(), z.unknown()) })),
  violations: z.array(
    z.object({
      kind: z.string(),
      says: z.string(),
      play: z.number(),
      playSeed: z.number(),
      path: z.object({ steps: z.number(), of: z.number(), playthrough: z.string() }).optional(),
    }),
  ),
  proof: z.object({ plays: z.number(), cardPlays: z.number(), leaks: z.number() }),
  coverage: z.array(z.object({ kind: z.string(), reached: z.number(), of: z.number() })),
  never: z.array(z.object({ kind: z.string(), id: z.string(), says: z.string(), file: z.string(), line: z.number() })),
  work: z.object({ desks: z.array(z.object({ role: z.string(), busy: z.number(), idle: z.array(z.unknown()) })) }),
  refusals: z.array(z.object({ command: z.string(), code: z.string(), times: z.number() })),
});

async function simulated(...words: string[]) {
  const ran = await runBaraza(['simulate', ...words, '--format', 'json'], inRoot);
  return { ...ran, report: Report.parse(JSON.parse(ran.text)) };
}

const circling: Change = (draft) => {
  const next = (target: string) => ({ after: { '0m': [{ target }] } });
  const start = { on: { 'item-found': [{ target: 'tick' }] } };
  draft.statecharts['ticker'] = { initial: 'start', states: { start, tick: next('tock'), tock: next('tick') } };
};

describe('a simulation with the same seed', () => {
  it('gives the same report for any number of workers', async () => {
    const folder = folderOf('small');
    const alone = await simulated(folder, '--runs', '20', '--seed', '5', '--workers', '1');
    const spread = await simulated(folder, '--runs', '20', '--seed', '5', '--workers', '3');
    expect(spread.text).toBe(alone.text);
    expect(alone.exit).toBe(0);
    expect(alone.report).toMatchObject({ case: { id: 'small-case' }, plays: 20, broken: 0, violations: [] });
    expect(alone.report.lineUps.map(({ plays }) => plays)).toEqual([4, 4, 4, 4, 4]);
  });

  it('replays a single play by its number', async () => {
    const { report } = await simulated(folderOf('small'), '--seed', '5', '--only', '7');
    expect(report.plays).toBe(1);
    expect(report.lineUps.find(({ plays }) => plays === 1)?.lineUp).toBe('careless');
  });

  it('gives the same report for Trial Match', async () => {
    const words = ['trial-match', '--runs', '2', '--workers', '1'];
    const [once, again] = [await simulated(...words), await simulated(...words)];
    expect(again.text).toBe(once.text);
    expect(once.exit).toBe(0);
    expect(once.report.proof).toMatchObject({ plays: 2, cardPlays: 1, leaks: 0 });
  });
});

describe('the report of a simulation', () => {
  it('starts with a summary, then lists unreached facts with their places, then tables', async () => {
    const folder = folderOf('unreachable', (draft) => {
      draft.items['second-ledger'] = {
        kind: 'document',
        title: 'Second ledger',
        text: 'Sums.',
        found: { at: 'cells', needs: 'check-records', when: { clock: { after: 'day 9 10:00' } } },
      };
    });
    const { exit, text, notes } = await runBaraza(['simulate', folder, '--runs', '5'], inRoot);
    expect(exit).toBe(0);
    expect(text).toMatch(/^Small case: 5 plays \(seed 1; by-the-book, careless, random, slow, mixed\)\nNo leaks: /);
    const [, line] = /unreachable\/scenario\.yaml:(\d+) {2}No desk ever had `second-ledger`/.exec(text) ?? [];
    const yaml = readFileSync(join(root, folder, 'scenario.yaml'), 'utf8').split('\n');
    expect(yaml[Number(line) - 1]).toBe('  second-ledger:');
    expect(text).toContain('Reached by at least one play');
    expect(text).toContain('Ratings: P6 means six plays');
    expect(notes).toMatch(/5 plays in [\d.]+ s, [\d,]+ plays a minute on \d+ threads?\./);
  });

  it('is written as a self-contained page and as data', async () => {
    const folder = folderOf('small');
    await runBaraza(['simulate', folder, '--runs', '5', '--out', 'report.html'], inRoot);
    const page = readFileSync(join(root, 'report.html'), 'utf8');
    expect(page).toContain('<h1>Small case: 5 plays');
    expect(page).not.toMatch(/<(script|link|img)|https?:/);
    await runBaraza(['simulate', folder, '--runs', '5', '--out', 'report.json'], inRoot);
    expect(Report.parse(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8'))).plays).toBe(5);
  });
});

describe('a violation makes the command exit with 1', () => {
  it('an endless loop is reported with its play, and with the shortest path as a runnable playthrough', async () => {
    const folder = folderOf('circling', circling);
    const { exit, report } = await simulated(folder, '--runs', '3', '--bots', 'by-the-book');
    expect(exit).toBe(1);
    expect(report).toMatchObject({ plays: 0, broken: 3, violations: [{ kind: 'circle', play: 1 }] });
    const [{ path } = {}] = report.violations;
    expect(path?.steps).toBe(2);
    writeFileSync(join(root, folder, 'circle.playthrough.yaml'), path?.playthrough ?? '');
    const ran = await runBaraza(['test', folder], inRoot).then(({ text }) => text, String);
    expect(ran).toContain('round in circles');
  });

  it('a leak is reported with fact, desk, event and play', async () => {
    const folder = folderOf('small');
    bug.on = true;
    try {
      const { exit, report } = await simulated(folder, '--runs', '2', '--bots', 'by-the-book', '--workers', '1');
      expect(exit).toBe(1);
      expect(report.proof.leaks).toBeGreaterThan(0);
      const [leak] = report.violations;
      expect(leak).toMatchObject({ kind: 'leak', play: 1 });
      expect(leak?.says).toMatch(/^A leak: `child-protection` received `\S+` by the event `\S+` \(day 1 1[45]:\d\d\)/);
      expect(leak?.path?.steps).toBeLessThan(leak?.path?.of ?? 0);
      const { text } = await runBaraza(['simulate', folder, '--runs', '2', '--workers', '1'], inRoot);
      expect(text).toContain('npx baraza simulate small-case --seed 1 --only 1');
      expect(text).toContain('format: 1');
    } finally {
      bug.on = false;
    }
  });
});

describe('a report on a case in several files', () => {
  it('points into the file that contains the thing', () => {
    const files = {
      'scenario.yaml': 'format: 1\ninclude: [people.yaml]\nitems:\n  list: {kind: document}\n',
      'people.yaml': 'people:\n  nyota:\n    name: Nyota\n',
      'fr.yaml': 'people:\n  nyota:\n    name: Nyota\n',
    };
    const placeOf = placesOf(files, (file) => `my-case/${file}`);
    expect(placeOf(['people', 'nyota'])).toEqual({ file: 'my-case/people.yaml', line: 2 });
    expect(placeOf(['items', 'list'])).toEqual({ file: 'my-case/scenario.yaml', line: 4 });
    expect(placeOf(['injects', 'gone'])).toEqual({ file: 'my-case/scenario.yaml', line: 1 });
  });
});

describe('a wrong command line', () => {
  it.each([
    [['simulate'], /missing required argument/],
    [['simulate', 'small', '--runs', '0'], /whole number from 1/],
    [['simulate', 'small', '--bots', 'clever'], /no bot `clever`: choose from by-the-book/],
    [['simulate', 'no-such-case'], /there is no case at no-such-case/],
  ])('%j is rejected with a sentence and exit code 2', async (words, says) => {
    folderOf('small');
    const { exit, notes } = await runBaraza(words, inRoot);
    expect(notes).toMatch(says);
    expect(exit).toBe(2);
  });

  it('for a case with errors refers to baraza check', async () => {
    const folder = folderOf('broken');
    writeFileSync(join(root, folder, 'scenario.yaml'), 'format: 1\n');
    const { exit, notes } = await runBaraza(['simulate', folder], inRoot);
    expect(notes).toContain('npx baraza check broken');
    expect(exit).toBe(1);
  });

  it('help has examples', async () => {
    const { exit, text } = await runBaraza(['simulate', '--help'], inRoot);
    expect(exit).toBe(0);
    expect(text).toContain('npx baraza simulate my-case --only 17');
  });
});
