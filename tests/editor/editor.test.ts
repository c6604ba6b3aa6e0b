/** The YAML extension of an editor: the real language server, offline, on our cases and schemas. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SNIPPETS } from '../../server/cli/editor/snippets.ts';
import { runBaraza } from '../support/run-baraza.ts';
import { LanguageServer } from './language-server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const HELLO = join(ROOT, 'scenarios', 'hello-baraza', 'scenario.yaml');
const hello = readFileSync(HELLO, 'utf8');

let server: LanguageServer;
/** A case with a schema of its own ids. */
let own = '';
let ownText = '';

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'editor-'));
  mkdirSync(join(root, 'jurisdictions'));
  cpSync(join(ROOT, 'scenarios', 'jurisdictions', 'taravia.yaml'), join(root, 'jurisdictions', 'taravia.yaml'));
  cpSync(join(ROOT, 'scenarios', 'hello-baraza'), join(root, 'hello-baraza'), { recursive: true });
  own = join(root, 'hello-baraza', 'scenario.yaml');
  ownText = hello.replace('../scenario.schema.json', '.schema.json');
  expect((await runBaraza(['schema', join(root, 'hello-baraza')])).exit).toBe(0);
  server = await LanguageServer.start();
});
afterAll(async () => {
  await server.end();
  rmSync(resolve(own, '../..'), { recursive: true, force: true });
});

/** The text with these lines at the end of its items. */
const inItems = (text: string, lines: string): string => text.replace('\n\ninterviews:', `\n${lines}\n\ninterviews:`);
const labels = async (path: string, text: string) => (await server.offers(path, text)).map(({ label }) => label);

test.each(
  ['trial-match', 'hello-baraza', 'silver-nets'].filter((id) => readdirSync(join(ROOT, 'scenarios')).includes(id)),
)('the editor underlines nothing in %s', async (id) => {
  const path = join(ROOT, 'scenarios', id, 'scenario.yaml');
  expect(await server.findings(path, readFileSync(path, 'utf8'))).toEqual([]);
});

test('the editor underlines nothing in a law pack', async () => {
  const path = join(ROOT, 'scenarios', 'jurisdictions', 'taravia.yaml');
  expect(await server.findings(path, readFileSync(path, 'utf8'))).toEqual([]);
});

test('a wrong key is underlined at its place, a missing one at its parent', async () => {
  const wrong = await server.findings(HELLO, hello.replace('knows: [message]', 'knwos: [message]'));
  const line = hello.split('\n').findIndex((each) => each.includes('knows: [message]'));
  expect(wrong).toMatchObject([
    { message: expect.stringContaining('knwos'), range: { start: { line, character: 4 } } },
  ]);
  const [missing] = await server.findings(HELLO, hello.replace(/^objectives:.*\n/m, ''));
  expect(missing?.message).toContain('objectives');
});

test('the editor offers keys of an item that it does not have yet', async () => {
  const offered = await labels(HELLO, inItems(hello, '  new-item:\n    kind: document\n    ¦'));
  expect(offered).toEqual(expect.arrayContaining(['title', 'found', 'lasts', 'supports', 'needed-by']));
  expect(offered).not.toContain('kind');
});

test('the editor offers the words of a closed list', async () => {
  expect(await labels(HELLO, hello.replace('tell-me: {type: open', 'tell-me: {type: ¦'))).toEqual(
    expect.arrayContaining(['open', 'probing', 'closed', 'leading', 'blaming', 'promise', 'rights', 'care']),
  );
});

test('the editor offers events in a condition about events', async () => {
  expect(await labels(HELLO, inItems(hello, '  new-item:\n    found:\n      when:\n        happened: ¦'))).toEqual(
    expect.arrayContaining(['screened', 'item-found', 'received']),
  );
});

test.each([
  ['places', 'found:\n      at: ¦', ['police-station', 'child-office', 'tea-stall', 'youth-house']],
  ['desks', 'found:\n      by:\n        - ¦', ['police', 'child-protection']],
  ['people, as keys', 'supports:\n      ¦', ['sami', 'dina']],
  ['people in a condition', 'found:\n      when:\n        happened: screened\n        person: ¦', ['sami', 'dina']],
  ['states', 'found:\n      when:\n        reached: ¦', ['case.tip', 'case.safe']],
  ['indicators of the law pack', 'indicates:\n      - ¦', ['no-school']],
])('the editor offers the case’s own %s', async (_, at, ids) => {
  const offered = await labels(own, inItems(ownText, `  new-item:\n    ${at}`));
  expect(offered).toEqual(expect.arrayContaining(ids));
});

test('a schema older than the case rejects no new id', async () => {
  const newer = inItems(
    ownText,
    '  new-item: {kind: document, title: New, text: New., found: {at: new-place, by: [new-desk]}, supports: {new-person: [act.recruit]}}',
  );
  expect(await server.findings(own, newer)).toEqual([]);
});

test('hovering over a key shows its description', async () => {
  expect(await server.hover(HELLO, hello.replace('found: {at', 'fou¦nd: {at'))).toContain('how it is found');
  expect(await server.hover(HELLO, hello.replace('public: true', 'pub¦lic: true'))).toContain('Everyone may see');
});

/** Placeholders of a snippet are texts until they are filled in. */
const plain = (value: unknown): string => JSON.stringify(value).replaceAll(/"(\d+)"/g, '$1');

/** A new section at the end, with the cursor in it. */
const NEW_SECTION: Record<string, string> = {
  questions: 'interviews:\n  talk:\n    topics:\n      first:\n        questions:\n          ¦',
  states: 'statecharts:\n  thread:\n    states:\n      ¦',
};

test.each(Object.keys(SNIPPETS))('the editor offers snippet %s, which is well-formed in its place', async (section) => {
  const marked = `# yaml-language-server: $schema=../scenario.schema.json\n${NEW_SECTION[section] ?? `${section}:\n  ¦`}`;
  const offered = await server.offers(HELLO, marked);
  for (const { label, body } of SNIPPETS[section] ?? []) {
    const insertText = offered.find((each) => each.label === label)?.insertText ?? `${label} was not offered`;
    const written = (text: string) =>
      text.replaceAll(/\$\{\d+:([^}]*)\}/g, '$1').replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1');
    const indent = ' '.repeat((marked.split('\n').at(-1) ?? '').indexOf('¦'));
    const filled = marked.replace('¦', written(insertText).replaceAll('\n', `\n${indent}`));
    const found = parse(filled) as Record<string, unknown>;
    expect(plain(found)).toContain(plain(JSON.parse(written(JSON.stringify(body)))).slice(1, -1));
  }
});

test('the editor underlines nothing in the files of a split case', async () => {
  const root = resolve(own, '../..');
  expect((await runBaraza(['new', 'full-case', '--template', 'full'], { cwd: root })).exit).toBe(0);
  for (const name of ['scenario.yaml', 'desks.yaml', 'items.yaml', 'talks.yaml', 'story.yaml', 'judging.yaml']) {
    const path = join(root, 'full-case', name);
    expect(await server.findings(path, readFileSync(path, 'utf8')), name).toEqual([]);
  }
  const items = join(root, 'full-case', 'items.yaml');
  expect(await labels(items, `${readFileSync(items, 'utf8')}\n  new-item:\n    found:\n      at: ¦`)).toContain(
    'brick-yard',
  );
});

test('the editor makes no network request', () => {
  expect(server.asked).toEqual(['CONNECTS is watched']);
});
