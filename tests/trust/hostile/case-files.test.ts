/** Case 50 of the faults and attacks: hostile and broken case files, read by a server while a class plays on it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ScenarioCard } from '../../../shared/protocol/api.ts';
import { aCase } from '../../support/a-scenario.ts';
import { runBaraza } from '../../support/run-baraza.ts';
import { figure, LONG } from '../support/scale.ts';
import { type Arena, openArena } from './support/arena.ts';

// Cases are read by the bundle, as in production: the sources take three times as long to start per case.
vi.mock('../../../server/host/child-entry.ts', async () => {
  const { bundledServer } = await import('../../support/bundled-server.ts');
  const main = await bundledServer();
  return {
    childEntry: (name: string, execArgv: string[] = []) => ({
      path: join(dirname(main), `${basename(name)}.js`),
      execArgv,
    }),
  };
});

const NINE = 'abcdefghi'.split('');
const ALIAS_BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...NINE.slice(1).map((id, at) => `${id}: &${id} [${Array.from({ length: 9 }, () => `*${NINE[at]}`).join(', ')}]`),
].join('\n');
const repeat = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** The small case with a prefix before its text: name, prefix as text or bytes, expected finding. */
const CORPUS: readonly [string, string | Buffer, string][] = [
  ['alias-bomb', ALIAS_BOMB, 'ALIAS'],
  ['question-marks', '? '.repeat(600), 'EXPLICIT_KEY'],
  ['brackets', `a: ${'['.repeat(5000)}`, 'TOO_DEEP'],
  ['closed-brackets', `a: ${'['.repeat(1000)}${']'.repeat(1000)}`, 'TOO_DEEP'],
  ['dashes', '- '.repeat(5000), 'TOO_DEEP'],
  ['indentation', repeat(900, (depth) => `${' '.repeat(depth)}a:`), 'TOO_DEEP'],
  ['script-tag', "a: !!js/function 'x'", 'YAML_TAG'],
  ['own-tag', 'a: !secret x', 'YAML_TAG'],
  ['binary-tag', 'a: !!binary aGVsbG8=', 'YAML_TAG'],
  ['merge', 'a: {x: 1}\nb: {<<: {y: 2}}', 'RESERVED_KEY'],
  ['prototype', '__proto__: {polluted: true}', 'RESERVED_KEY'],
  ['constructor', 'a: {constructor: {prototype: {x: 1}}}', 'RESERVED_KEY'],
  ['nul', 'a: x\u0000y', 'CONTROL_CHARACTER'],
  ['escape', 'a: \u001B[2J', 'CONTROL_CHARACTER'],
  ['backwards', 'a: x\u202Ey', 'CONTROL_CHARACTER'],
  ['utf-16', Buffer.from('\uFEFFid: a\ntitle: b\n', 'utf16le'), 'CONTROL_CHARACTER'],
  ['tabs', 'a:\n\tb: 1', 'YAML_SYNTAX'],
  ['two-documents', 'a: 1\n---\nb: 2', 'YAML_SYNTAX'],
  ['same-key', 'id: a\nid: b', ''],
  ['hundred-thousand-keys', repeat(100_000, (at) => `k${at}: 1`), 'FILE_TOO_BIG'],
  ['forty-thousand-keys', repeat(40_000, (at) => `k${at}: 1`), 'TOO_MANY_TOKENS'],
  ['as-many-keys-as-are-read', repeat(11_000, (at) => `k${at}: 1`), ''],
  ['many-anchors', repeat(9000, (at) => `k${at}: &a${at} 1`), 'TOO_MANY_TOKENS'],
  ['fifty-megabytes', Buffer.alloc(50 * 1024 * 1024, 0x61), 'FILE_TOO_BIG'],
  ['not-a-map', '- a', 'NOT_A_MAP'],
  ['nothing', '', 'NOT_A_MAP'],
  ['infinity', 'length: .inf\npace: 1e999', ''],
  ['noise', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + 13) % 256)), ''],
  ['carriage-returns', (aCase()['scenario.yaml'] ?? '').replaceAll('\n', '\r\n'), 'nothing'],
  ['mark-first', `\uFEFF${aCase()['scenario.yaml'] ?? ''}`, 'nothing'],
];
/** Time limit for reading one case on a quiet machine. */
const WITHIN_MS = 5000;
/** Time limit on a busy machine: a minute, or a multiple of the time for the plain case. */
const ON_A_BUSY_MACHINE_MS = 60_000;
const TIMES_THE_PLAIN_CASE = 20;

let arena: Arena;
let folder: string;
let plainMs: number;
beforeAll(async () => {
  arena = await openArena({ args: ['--dev'] });
  folder = mkdtempSync(join(tmpdir(), 'baraza-hostile-'));
  for (const [name, text] of Object.entries(aCase()).filter(([file]) => file.startsWith('jurisdictions/'))) {
    mkdirSync(join(folder, 'jurisdictions'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  write(folder, 'plain', aCase()['scenario.yaml'] ?? '');
  plainMs = (await check('plain')).took;
});
afterAll(async () => {
  await arena.close();
  rmSync(folder, { recursive: true });
});

function write(root: string, name: string, text: string | Buffer): void {
  mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, name, 'scenario.yaml'), text);
}

async function check(name: string) {
  const began = performance.now();
  const ran = await runBaraza(['check', join(folder, name), '--format', 'json']);
  return { ...ran, took: performance.now() - began };
}

interface Finding {
  file: string;
  code: string;
  severity: string;
  message: string;
  remedy: string;
  range: { start: { line: number; col: number } };
}

it.each(CORPUS)('%s: every finding has its file, line, column, code and remedy', async (name, text, code) => {
  write(folder, name, text);
  const ran = await check(name);
  const { findings } = JSON.parse(ran.text) as { findings: Finding[] };
  for (const { file, range, message, remedy } of findings) {
    expect(file).toMatch(/\.yaml$/);
    expect(range.start.line).toBeGreaterThan(0);
    expect(range.start.col).toBeGreaterThan(0);
    expect(message.length * remedy.length).toBeGreaterThan(0);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').map((each) => each.code);
  if (code === 'nothing') expect(errors).toEqual([]);
  else expect(errors.length).toBeGreaterThan(0);
  if (code !== '' && code !== 'nothing') expect(errors).toContain(code);
  expect(ran.exit).toBe(code === 'nothing' ? 0 : 1);
  if (ran.took > WITHIN_MS) figure(`${name} took longer than it should on a quiet machine`, ran.took, 'ms');
  expect(ran.took).toBeLessThan(Math.max(ON_A_BUSY_MACHINE_MS, TIMES_THE_PLAIN_CASE * plainMs));
});

/** Each is read in its own process, so on push the server reads only the hardest ones. */
const HARD = /bomb|question|closed|keys|anchors|megabytes|noise|utf|prototype/;
const READ = LONG ? CORPUS : CORPUS.filter(([name]) => HARD.test(name));

it('a server reads them while a class plays, reports the findings of each, and stays up', async () => {
  const scenarios = join(arena.server.folder, 'scenarios');
  const { result, harm } = await arena.during(async () => {
    for (const [name, text] of READ) write(scenarios, name, text);
    const wanted = READ.length + 1;
    for (;;) {
      const { body } = await arena.trainer.asks<ScenarioCard[]>('/api/scenarios?language=en');
      if (body.length >= wanted) return body;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
  const told = new Map(result.map(({ id, findings }) => [id, findings]));
  for (const [name, , code] of READ) {
    const findings = told.get(name) ?? [];
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect([name, errors.length > 0]).toEqual([name, code !== 'nothing']);
    for (const { place, message, remedy } of errors) {
      expect(place).toMatch(/\.yaml:\d+:\d+$/);
      expect(message.length * remedy.length).toBeGreaterThan(0);
    }
  }
  arena.expectUnharmed('the corpus of hostile cases', harm);
});

it('a link in the folder of a case reads nothing outside it', async () => {
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'CANARY-outside');
  const outside = join(folder, 'outside-art');
  mkdirSync(outside);
  writeFileSync(join(outside, 'bus.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><text>CANARY-outside</text></svg>');
  const linked = join(folder, 'linked');
  write(folder, 'linked', aCase()['scenario.yaml'] ?? '');
  symlinkSync(secret, join(linked, 'fr.yaml'));
  symlinkSync('/etc/passwd', join(linked, 'people.yaml'));
  symlinkSync(outside, join(linked, 'art'));
  const { readCaseFiles } = await import('../../../server/cases/scenario-files.ts');
  const files = await readCaseFiles(linked);
  expect(Object.keys(files).filter((name) => !name.startsWith('jurisdictions/'))).toEqual(['scenario.yaml']);
  expect(Object.values(files).join('')).not.toMatch(/CANARY|root:/);
});

it('names that lead out of a folder, or are reserved on Windows, are rejected', async () => {
  const cwd = join(folder, 'authors');
  mkdirSync(cwd);
  for (const name of ['con', 'nul', 'com1', 'lpt9', 'aux', 'a:b', 'a b', '..', 'CON', 'x.', 'ä'])
    expect([name, (await runBaraza(['new', name], { cwd })).exit]).not.toEqual([name, 0]);
  for (const language of ['../../x', '..', 'en/../../x', 'C:', 'con'])
    expect(
      (await runBaraza(['translate', 'import', join(folder, 'carriage-returns'), language, 'x.csv'], { cwd })).exit,
    ).not.toBe(0);
});
