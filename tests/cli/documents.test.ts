/** `baraza graph`, `book` and `print`: documents for reviewers and for rooms without power. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenLanguages } from '../../server/cli/html/screen-words.ts';
import { FIXTURES } from '../scenario/fixtures.ts';
import { runBaraza } from '../support/run-baraza.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'documents-'));
  const folder = join(root, 'smallest');
  cpSync(join(FIXTURES, 'smallest'), folder, { recursive: true });
  const file = join(folder, 'scenario.yaml');
  const text = readFileSync(file, 'utf8');
  const secret = 'text: I am his uncle. Where is he?';
  expect(text).toContain(secret);
  writeFileSync(file, text.replace(secret, 'text: "**Where** is he? <script>alert(1)</script>"'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const make = async (...words: string[]) => {
  const ran = await runBaraza([...words, '--out', '-'], { cwd: root });
  expect(ran.exit).toBe(0);
  return ran.text;
};

describe('baraza graph', () => {
  test('writes a page that links a state to its line and loads nothing external', async () => {
    const page = await make('graph', 'smallest');
    const line = Number(/data-state="case\.safe"[^>]*data-line="(\d+)"/.exec(page)?.[1]);
    const source = readFileSync(join(root, 'smallest', 'scenario.yaml'), 'utf8').split('\n');
    expect(source[line - 1]).toContain('safe:');
    expect(page).not.toMatch(/\b(src|href)="https?:/);
  });

  test('writes Mermaid and SVG', async () => {
    expect(await make('graph', 'smallest', '--as', 'mermaid')).toContain('s_case__open --> s_case__safe : received');
    expect(await make('graph', 'smallest', '--as', 'svg')).toMatch(/^<svg class="case-graph"/);
  });
});

test('the case book lists who has, finds and needs each item, and the test coverage of the case', async () => {
  const book = await make('book', 'smallest');
  expect(book).toContain('found at bus-park by searching');
  expect(book).toContain('Mr Ado');
  expect(book).toContain('None yet.');
  expect(book).toContain('not for trainees');
});

describe('baraza print', () => {
  test('marks every sheet; text of an author is never markup', async () => {
    const pack = await make('print', 'smallest');
    const sheets = pack.split('<article').slice(1);
    expect(sheets.length).toBeGreaterThan(8);
    for (const sheet of sheets) expect(sheet).toContain('EXERCISE');
    expect(pack).not.toContain('<script>alert');
    expect(pack).toContain('<strong>Where</strong>');
  });

  test('hand-outs reveal no truth: no status, no elements, no content of answers', async () => {
    const handOuts = await make('print', 'smallest', 'roles', 'envelopes', 'evidence');
    expect(handOuts).toContain('One way, paid by another.');
    for (const secret of ['not a victim', 'He carries goods at night. →', 'Each person is screened alone.'])
      expect(handOuts).not.toContain(secret);
  });

  test('accepts only existing parts and languages', async () => {
    expect(await runBaraza(['print', 'smallest', 'posters'], { cwd: root })).toMatchObject({ exit: 2 });
    expect(await runBaraza(['print', 'smallest', '--language', 'fr'], { cwd: root })).toMatchObject({ exit: 2 });
  });

  test('print has the same texts in every language', () => {
    const keys = (value: object, path = ''): string[] =>
      Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
        typeof inner === 'object' && inner !== null ? keys(inner, `${path}${key}.`) : [`${path}${key}`],
      );
    const wordsOf = (language: string) =>
      keys(JSON.parse(readFileSync(`server/cli/print/words/${language}.json`, 'utf8')) as object);
    for (const language of screenLanguages()) expect(wordsOf(language)).toEqual(wordsOf('en'));
  });
});
