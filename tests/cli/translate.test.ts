/** Exporting texts to a translator and importing them: nothing is lost or ignored silently. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { FIXTURES } from '../scenario/fixtures.ts';
import { runBaraza } from '../support/run-baraza.ts';

/** The smallest case with French from a translator. Made once, copied for every test. */
let made = '';
let root = '';
let folder = '';

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'translation-'));
  cpSync(join(FIXTURES, 'smallest'), join(made, 'smallest'), { recursive: true });
  root = made;
  folder = join(made, 'smallest');
  change('scenario.yaml', 'languages: [en]', 'languages: [en, fr]');
  await translate('export', 'smallest', 'fr', '--as', 'yaml');
  const texts = parse(readFileSync(join(made, 'smallest.fr.yaml'), 'utf8')) as Record<'path' | 'source', string>[];
  const french = texts.map(({ path, source }) => ({ path, source, translation: `«${source}»` }));
  writeFileSync(join(made, 'back.yaml'), stringify(french));
  await translate('import', 'smallest', 'fr', 'back.yaml');
  writeFileSync(fileOf('fr.yaml'), `# What the translator noted.\ntranslation-of: 1.0.0\n${read('fr.yaml')}`);
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'translated-'));
  folder = join(root, 'smallest');
  cpSync(join(made, 'smallest'), folder, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const translate = (...words: string[]) => runBaraza(['translate', ...words], { cwd: root });
const fileOf = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(fileOf(name), 'utf8');
const change = (name: string, from: string, to: string) => {
  expect(read(name)).toContain(from);
  writeFileSync(fileOf(name), read(name).replace(from, to));
};
const TITLE = 'title: «The smallest case»\n';

interface Standing {
  language: string;
  missing: number;
  stale: number;
  open: { path: string; state: string }[];
  orphans: string[];
}
async function standing(language = 'fr'): Promise<Standing> {
  const { text } = await translate('status', 'smallest', language, '--format', 'json');
  const [one] = JSON.parse(text) as Standing[];
  if (!one) throw new Error(text);
  return one;
}

describe('the status of a translation', () => {
  test('a complete translation needs no work, and the exit code is 0', async () => {
    const { exit, text } = await translate('status', 'smallest');
    expect(text).toMatch(/smallest → fr: (\d+) of \1 texts \(100 %\)/);
    expect(exit).toBe(0);
  });

  test('a missing text is listed, and the exit code is 1', async () => {
    change('fr.yaml', TITLE, '');
    const { missing, open } = await standing();
    expect([missing, open]).toEqual([1, [expect.objectContaining({ path: 'title', state: 'missing' })]]);
    expect(await translate('status', 'smallest')).toMatchObject({ exit: 1 });
  });

  test('a text with a changed source is stale until a translator confirms it', async () => {
    await translate('accept', 'smallest', 'fr');
    expect((await standing()).stale).toBe(0);
    change('scenario.yaml', 'title: The smallest case', 'title: A very small case');
    expect((await standing()).open).toEqual([expect.objectContaining({ path: 'title', state: 'stale' })]);
    await translate('accept', 'smallest', 'fr', 'title');
    expect((await standing()).stale).toBe(0);
  });
});

describe.each(['csv', 'xliff', 'yaml'])('a translation exported and imported as %s', (format) => {
  const sent = () => join(root, `smallest.fr.${format === 'xliff' ? 'xlf' : format}`);

  test('comes back unchanged', async () => {
    const before = read('fr.yaml');
    await translate('export', 'smallest', 'fr', '--as', format, '--all');
    rmSync(fileOf('fr.yaml'));
    const { exit, text } = await translate('import', 'smallest', 'fr', sent());
    expect(text).toMatch(/[1-9]\d+ texts written to/);
    expect(exit).toBe(0);
    const { 'translation-of': _version, ...tree } = parse(before) as Record<string, unknown>;
    expect(trimmed(parse(read('fr.yaml')))).toEqual(trimmed(tree));
  });

  test('adds a new translation in the order of the case; the rest of the file is unchanged', async () => {
    const before = read('fr.yaml');
    change('fr.yaml', TITLE, '');
    await translate('export', 'smallest', 'fr', '--as', format);
    writeFileSync(sent(), filled(readFileSync(sent(), 'utf8'), format, '«The smallest case»'));
    await translate('import', 'smallest', 'fr', sent());
    expect(read('fr.yaml')).toBe(before);
  });
});

test('an import lists and skips texts that the case does not have; a text whose source changed meanwhile stays stale', async () => {
  const file = join(root, 'back.yaml');
  writeFileSync(
    file,
    '- {path: title, source: A small game, translation: Partie d’essai}\n- {path: items.gone.title, source: x, translation: Parti}\n',
  );
  const { exit, text } = await translate('import', 'smallest', 'fr', 'back.yaml');
  expect(text).toContain('items.gone.title  Parti');
  expect(exit).toBe(1);
  expect(read('fr.yaml')).toContain('title: Partie d’essai');
  expect((await standing()).open).toEqual([expect.objectContaining({ path: 'title', state: 'stale' })]);
});

test('an old translation that is imported unchanged stays stale', async () => {
  change('scenario.yaml', 'title: The smallest case', 'title: A very small case');
  await translate('export', 'smallest', 'fr', '--as', 'yaml');
  const { exit, text } = await translate('import', 'smallest', 'fr', 'smallest.fr.yaml');
  expect(text).toContain('1 came back unchanged');
  expect(exit).toBe(1);
  expect((await standing()).stale).toBe(1);
});

test('translators can split a case by sections, and see who speaks to whom', async () => {
  await translate('export', 'smallest', 'sw', '--as', 'csv', '--only', 'interviews');
  const rows = readFileSync(join(root, 'smallest.sw.csv'), 'utf8').trim().split('\r\n').slice(1);
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) expect(row).toMatch(/^"interviews\./);
  expect(rows.join('\n')).toContain('asked of Juma, 14 (care)');
  expect(rows.join('\n')).toContain('Juma, 14 answers “How are you?”');
  expect(await translate('status', 'smallest', 'fr', '--only', 'nothing')).toMatchObject({ exit: 2 });
});

test('a lost Markdown mark is reported', async () => {
  change('fr.yaml', TITLE, 'title: «The **smallest** case»\n');
  const { text } = await translate('status', 'smallest');
  expect(text).toContain('formatting marks (** or lists) differ from the source:\n    title');
});

test('a spreadsheet never contains a formula, and the text is imported without its guard', async () => {
  change('scenario.yaml', 'title: The smallest case', 'title: "=The smallest case"');
  change('fr.yaml', TITLE, '');
  await translate('export', 'smallest', 'fr', '--as', 'csv');
  const csv = readFileSync(join(root, 'smallest.fr.csv'), 'utf8');
  expect(csv).toContain(`"'=The smallest case"`);
  writeFileSync(
    join(root, 'smallest.fr.csv'),
    csv.replace(`"'=The smallest case",""`, `"'=The smallest case","'=Match"`),
  );
  await translate('import', 'smallest', 'fr', 'smallest.fr.csv');
  expect(read('fr.yaml')).toContain('title: =Match');
  expect((await standing()).stale).toBe(0);
});

test('the law pack is translated like a case', async () => {
  const { exit, text } = await translate('status', join(folder, 'jurisdictions', 'smallland.yaml'), 'fr');
  expect(text).toMatch(/smallland → fr: 2 of \d+ texts/);
  expect(exit).toBe(1);
});

test('the test language has every text, longer and marked', async () => {
  await translate('pseudo', 'smallest');
  expect(read('qps.yaml')).toContain('title: ⟦');
  expect(existsSync(fileOf('qps.sources.json'))).toBe(false);
  expect((await standing('qps')).missing).toBe(0);
});

test('a nonsensical option counts as a wrong command line', async () => {
  writeFileSync(join(root, 'other.csv'), 'a,b\n1,2\n');
  for (const words of [
    ['import', 'smallest', 'fr', 'nowhere.csv'],
    ['import', 'smallest', 'fr', 'other.csv'],
    ['status', 'smallest', 'en'],
    ['accept', 'smallest', 'fr', 'no.such.path'],
  ]) {
    const { exit, notes } = await translate(...words);
    expect([exit, notes]).toEqual([2, expect.stringContaining('baraza: ')]);
  }
});

/** Fills in the only empty translation of an exported file. */
function filled(text: string, format: string, translation: string): string {
  if (format === 'csv') return text.replace('"The smallest case",""', `"Trial Match","${translation}"`);
  if (format === 'yaml') return text.replace('translation: ""', `translation: ${translation}`);
  return text.replace('</source>', `</source>\n        <target>${translation}</target>`);
}

/** Block texts end with a line break in YAML, which translators do not see. */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner)]));
}
