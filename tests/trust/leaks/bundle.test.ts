/**
 * Case 39 for the build: the client with its source maps contains no text and no drawing of any case, and no file named
 * after one. All content of a case comes from the server, after the check.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { parseCase } from '../../../shared/scenario/parse-case.ts';
import { Scenario } from '../../../shared/scenario/schema/scenario.ts';
import { textsOf } from '../../../shared/scenario/schema-walk.ts';
import { textLeaves } from '../../../shared/scenario/translations.ts';
import { ownersOf } from '../../../shared/simulation/card-proof.ts';
import { caseFiles, caseIds } from '../../support/case-files.ts';
import { figure } from '../support/scale.ts';

/** Shorter texts ("Yes.", "A boy") occur in any program. */
const TELLING = 20;

let folder: string;
let files: { path: string; text: string }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baraza-bundle-'));
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true, sourcemap: true } });
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  files = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The non-public texts of a case in every language, escaped as in a script. */
function guardedTexts(id: string): string[] {
  const { compiled, translations } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} cannot be played`);
  const texts = textsOf(Scenario, compiled.scenario);
  const isOpen = (text: string) => ownersOf(compiled, text)?.some((facts) => facts.length === 0) === true;
  const open = new Set(texts.filter(({ text }) => isOpen(text)).map(({ path }) => path.join('.')));
  const translated = Object.values(translations).flatMap(({ law: _law, ...tree }) => textLeaves(tree));
  return [...texts, ...translated]
    .filter(({ path, text }) => !open.has(path.join('.')) && text.trim().length >= TELLING)
    .map(({ text }) => JSON.stringify(text.trim()).slice(1, -1));
}

/** Four letters as one number: a quick test that skips most positions of a bundle. */
function markAt(text: string, at: number): number {
  let mark = 0;
  for (let letter = 0; letter < 4; letter += 1) mark = (Math.imul(mark, 131) + text.charCodeAt(at + letter)) & 0xffff;
  return mark;
}

describe('the built client and its source maps', () => {
  it('contain no text of any case except public ones, in any language', () => {
    const beginnings = new Map<string, string[]>();
    for (const text of caseIds().flatMap(guardedTexts)) {
      const beginning = text.slice(0, TELLING);
      beginnings.set(beginning, [...(beginnings.get(beginning) ?? []), text]);
    }
    const found: string[] = [];
    const begins = new Uint8Array(65_536);
    for (const beginning of beginnings.keys()) begins[markAt(beginning, 0)] = 1;
    for (const { path, text } of files)
      for (let at = 0; at + TELLING <= text.length; at += 1) {
        if (begins[markAt(text, at)] === 0) continue;
        for (const one of beginnings.get(text.slice(at, at + TELLING)) ?? [])
          if (text.startsWith(one, at)) found.push(`${basename(path)}: ${one}`);
      }
    expect(found).toEqual([]);
    figure('texts looked for in the bundle', beginnings.size);
    expect(beginnings.size).toBeGreaterThan(1000);
  });

  it('contain no drawing of a case, and no file named after one', async () => {
    const drawings = await Promise.all(
      caseIds().map(async (id) => (await readdir(join('scenarios', id, 'art'))).map((name) => basename(name, '.svg'))),
    );
    const named = files.filter(({ path }) => drawings.flat().some((name) => basename(path).startsWith(name)));
    expect(named.map(({ path }) => basename(path))).toEqual([]);
    expect(files.some(({ path }) => path.endsWith('.map'))).toBe(true);
  });
});
