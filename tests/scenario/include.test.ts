/** A split case parses like a single file, and a finding points into the file that must be fixed. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCaseFiles } from '../../server/cases/scenario-files.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { smallestFiles } from './fixtures.ts';

/** The smallest case with some of its sections moved into other files. */
function split(parts: Record<string, readonly string[]>): Record<string, string> {
  const files = smallestFiles();
  let main = files['scenario.yaml'] ?? '';
  for (const [name, sections] of Object.entries(parts)) {
    for (const section of sections) {
      const text = new RegExp(`^${section}:\\n(?: .*\\n)*`, 'm').exec(main)?.[0] ?? '';
      main = main.replace(text, '');
      files[name] = `${files[name] ?? ''}${text}`;
    }
  }
  files['scenario.yaml'] = main.replace('format: 1\n', `format: 1\ninclude: [${Object.keys(parts).join(', ')}]\n`);
  return files;
}
const told = (files: Record<string, string>) =>
  parseCase(files).diagnostics.map(({ code, file, range }) => [code, file, range.start.line, range.start.col]);
const SPLIT = { 'people.yaml': ['people', 'interviews'], 'tasks.yaml': ['rubric', 'injects'] };

test('a case in three files equals the same case in one', () => {
  const whole = parseCase(smallestFiles()).compiled?.scenario;
  const { compiled, diagnostics } = parseCase(split(SPLIT));
  expect(diagnostics).toEqual([]);
  expect({ ...compiled?.scenario, include: undefined }).toEqual({ ...whole, include: undefined });
});

test('the hash of the case covers its included files', () => {
  const files = split(SPLIT);
  const changed = { ...files, 'people.yaml': (files['people.yaml'] ?? '').replace('blue bag', 'red bag') };
  expect(parseCase(changed).hash).not.toBe(parseCase(files).hash);
});

test('findings of shape and of content point into the included file', () => {
  const files = split(SPLIT);
  const people = (files['people.yaml'] ?? '')
    .replace('    at: bus-park\n    needs', '    at: bus-prak\n    needs')
    .replace('status: not-a-victim', 'status: innocent');
  const line = (text: string) => people.split('\n').findIndex((each) => each.includes(text)) + 1;
  expect(told({ ...files, 'people.yaml': people.replace('innocent', 'not-a-victim') })).toEqual([
    ['UNKNOWN_ID', 'people.yaml', line('bus-prak'), 9],
  ]);
  expect(told({ ...files, 'people.yaml': people.replace('bus-prak', 'bus-park') })).toEqual([
    ['UNKNOWN_VALUE', 'people.yaml', line('innocent'), 13],
  ]);
});

test('pins and victim’s-eye lines may be in an included file, even if the case has no debrief of its own', () => {
  const files = split({ 'after.yaml': [] });
  const pin = '    first: {when: {happened: screened, person: nobody}, asks: What did you see?}';
  files['after.yaml'] = `debrief:\n  pins:\n${pin}\n`;
  expect(told(files)).toEqual([['UNKNOWN_ID', 'after.yaml', 3, pin.indexOf('nobody') + 1]]);
  files['after.yaml'] = files['after.yaml'].replace('nobody', 'juma');
  expect(parseCase(files).compiled?.scenario.debrief.pins['first']?.asks).toBe('What did you see?');
});

test('an included file with a syntax error is reported alone', () => {
  const files = { ...split(SPLIT), 'people.yaml': 'people: [\n' };
  expect(told(files).map(([code, file]) => [code, file])).toContainEqual(['YAML_SYNTAX', 'people.yaml']);
});

test('a finding for a missing section suggests an included file', () => {
  const files = { ...split(SPLIT), 'people.yaml': '# people come here\n' };
  const { diagnostics } = parseCase(files);
  expect(diagnostics.map(({ code, file }) => [code, file])).toContainEqual(['PART_EMPTY', 'people.yaml']);
  const missing = diagnostics.find(({ code, message }) => code === 'MISSING_KEY' && message.includes('`people`'));
  expect(missing?.related?.map(({ file, range }) => [file, range.start.line])).toEqual([
    ['people.yaml', 1],
    ['tasks.yaml', 1],
  ]);
});

test.each(['../people.yaml', '/people.yaml', 'parts/people.yaml', 'fr.yaml', 'scenario.yaml', 'play.playthrough.yaml'])(
  '%s cannot be included',
  (name) => {
    const files = smallestFiles();
    files['scenario.yaml'] = (files['scenario.yaml'] ?? '').replace('format: 1\n', `format: 1\ninclude: [${name}]\n`);
    files[name] ??= 'people: {}\n';
    expect(told(files).filter(([, file]) => file === 'scenario.yaml')).toContainEqual([
      'BAD_FORMAT',
      'scenario.yaml',
      3,
      11,
    ]);
    expect(parseCase(files).compiled).toBeUndefined();
  },
);

const root = mkdtempSync(join(tmpdir(), 'parts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a folder is read with its included files, without playthroughs and outside files', async () => {
  const folder = join(root, 'split');
  mkdirSync(folder);
  writeFileSync(join(root, 'secret.yaml'), 'people: {}\n');
  for (const [name, text] of Object.entries(split(SPLIT)))
    if (!name.includes('/')) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'good.playthrough.yaml'), 'format: 1\n');
  writeFileSync(join(folder, 'fr.sources.json'), '{}\n');
  writeFileSync(join(folder, 'package.json'), '{}\n');
  symlinkSync(join(root, 'secret.yaml'), join(folder, 'helpers.yaml'));
  symlinkSync(join(folder, 'people.yaml'), join(folder, 'again.yaml'));
  expect(Object.keys(await readCaseFiles(folder)).sort()).toEqual([
    'again.yaml',
    'fr.sources.json',
    'people.yaml',
    'scenario.yaml',
    'tasks.yaml',
  ]);
});
