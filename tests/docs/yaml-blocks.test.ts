/** Every YAML block in the documentation is parsed, checked and, where annotated, played. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readCaseFiles } from '../../server/cases/scenario-files.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { formatFailure, playThrough } from '../../shared/playthrough/play-through.ts';
import { formatDiagnostic } from '../../shared/scenario/format-diagnostic.ts';
import { type ParsedCase, parseCase } from '../../shared/scenario/parse-case.ts';
import { parseYaml } from '../../shared/scenario/parse-yaml.ts';
import { Condition } from '../../shared/vocabulary/conditions.ts';
import { Effect } from '../../shared/scenario/schema/effects.ts';
import { Part } from '../../shared/scenario/schema/part.ts';
import { Answer } from '../../shared/scenario/schema/scenario.ts';
import { Statechart } from '../../shared/scenario/schema/statecharts.ts';
import { type Block, blocksOf, pages, ROOT } from './blocks.ts';
import { putInto, putIntoCase } from './put-together.ts';

type Files = Record<string, string>;

const FOLDERS: Record<string, string> = {
  class: 'server/cli/new/class',
  full: 'server/cli/new/full',
};
const SHAPES: Record<string, z.ZodType> = {
  condition: Condition,
  effects: z.array(Effect),
  answers: z.array(Answer),
  statechart: Statechart,
  translation: z.record(z.string(), z.unknown()),
  part: Part,
};
const LAW = readFileSync(join(ROOT, 'scenarios/jurisdictions/taravia.yaml'), 'utf8');

/** What a page has built so far: its steps, or the case that its last block was put into. */
interface Built {
  files: Files;
  plays: string[];
}

/** The files of a case that pages build on; templates have no law pack beside them. */
async function caseCalled(name: string): Promise<Files> {
  const files = await readCaseFiles(join(ROOT, FOLDERS[name] ?? `scenarios/${name}`));
  return { 'jurisdictions/taravia.yaml': LAW, ...files };
}

const told = ({ diagnostics }: ParsedCase, files: Files, least: readonly string[]): string[] =>
  diagnostics
    .filter(({ severity }) => least.includes(severity))
    .map((finding) => formatDiagnostic(finding, files[finding.file]));

const where = ({ page, line }: Block): string => `${page}:${line}`;

function play(name: string, text: string, compiled: ParsedCase['compiled']): void {
  const parsed = parsePlaythrough(name, text, compiled);
  expect(parsed.diagnostics.map((finding) => formatDiagnostic(finding, text))).toEqual([]);
  if (!compiled || !parsed.playthrough) throw new Error(`${name} cannot be played`);
  const { failure } = playThrough(compiled, parsed.playthrough);
  if (failure) expect.fail(formatFailure(name, failure, parsed.lines));
}

/** The check that an annotation asks for. */
const CHECKS: [RegExp, (block: Block, built: Built, words: readonly (string | undefined)[]) => Promise<void> | void][] =
  [
    [
      // The next lines of a case (or an included file) that the page builds; only the findings that the page names may
      // remain.
      /^step (\S+?)(?:; left: (.+))?$/,
      (block, built, [file = '', left = '']) => {
        const before = built.files[file];
        built.files[file] = before === undefined ? block.text : putInto(before, block.text);
        built.files['jurisdictions/taravia.yaml'] = LAW;
        if (file.endsWith('.playthrough.yaml')) built.plays.push(file);
        const { diagnostics } = parseCase(built.files);
        expect(diagnostics.map(({ code }) => code).join(' ')).toBe(left);
      },
    ],
    [
      // Sections that are put into a case; no error or warning may result.
      /^insert into (\S+)$/,
      async (block, built, [name = '']) => {
        built.files = putIntoCase(await caseCalled(name), block.text);
        const found = told(parseCase(built.files), built.files, ['error', 'warning']);
        // A block has texts in one language, so the translations of its case lack them.
        expect(found.filter((each) => !each.includes('warning TRANSLATION_'))).toEqual([]);
      },
    ],
    [
      // The same, to show the output of the checker.
      /^wrong ([A-Z_]+) in (\S+)$/,
      async (block, built, [code, name = '']) => {
        const files = putIntoCase(await caseCalled(name), block.text);
        expect(parseCase(files).diagnostics.map((finding) => finding.code)).toContain(code);
        built.files = files;
      },
    ],
    [
      // Steps that the case above must pass.
      /^play$/,
      (block, built) => {
        const { compiled } = parseCase(built.files);
        const head = `format: 1\ntitle: ${where(block)}\nscenario: ${compiled?.scenario.id}\nseed: 7\n`;
        play(where(block), head + block.text, compiled);
      },
    ],
    [
      // A whole playthrough or its steps, for a case outside the page, so only its form is checked.
      /^(playthrough|steps)$/,
      (block, _, [kind]) => {
        const text = kind === 'steps' ? `format: 1\ntitle: T\nscenario: t\nsteps:\n${block.text}` : block.text;
        const shapes = parsePlaythrough(where(block), text).diagnostics.filter(
          ({ code }) => code !== 'playthrough-name',
        );
        expect(shapes.map((finding) => formatDiagnostic(finding, text))).toEqual([]);
      },
    ],
    [
      /^whole$/,
      (block) => {
        const files = { 'scenario.yaml': block.text, 'jurisdictions/taravia.yaml': LAW };
        expect(told(parseCase(files), files, ['error', 'warning'])).toEqual([]);
      },
    ],
    [
      // The first line for editors: a comment only, and the file that it names exists (`new` writes its own).
      /^modeline in (.+)$/,
      (block, _, [place = '']) => {
        const schema = /^# yaml-language-server: \$schema=(\S+)\n$/.exec(block.text)?.[1] ?? '';
        if (place === 'a new case') expect(schema).toBe('.schema.json');
        else expect(existsSync(join(ROOT, place, schema)), `${place}/${schema}`).toBe(true);
      },
    ],
    [
      // Lines of the files that show a finding and its remedy: the whole page is written from them, and they run as tests
      // (tests/scenario/docs.test.ts, wrong-files.test.ts). What is shown as right can at least be read here.
      /^(wrong|right)$/,
      (block, _, [kind]) => {
        expect(block.page).toBe('docs/authoring/diagnostics.md');
        const errors = parseAllDocuments(block.text.replaceAll(/^(?:--- .*|# \S+\.yaml)$/gm, '---')).flatMap(
          (read) => read.errors,
        );
        if (kind === 'right') expect(errors).toEqual([]);
      },
    ],
    [
      // A part of the language by itself.
      new RegExp(`^(${Object.keys(SHAPES).join('|')})$`),
      (block, _, [kind = '']) => {
        const { value, diagnostics } = parseYaml(block.page, `example:\n${block.text.replaceAll(/^(?=.)/gm, '  ')}`);
        expect(diagnostics).toEqual([]);
        const { error } = SHAPES[kind]?.safeParse((value as { example: unknown }).example) ?? {};
        expect(error?.issues ?? []).toEqual([]);
      },
    ],
  ];

const all = pages().flatMap((page) => blocksOf(page));

test('the docs contain YAML blocks, including the tutorial and the cookbook', () => {
  const on = new Set(all.map(({ page }) => page));
  for (const page of ['README.md', 'docs/authoring/first-case.md', 'docs/authoring/cookbook.md'])
    expect(on).toContain(page);
});

test('every block has `<!-- yaml: … -->` above it, or a comment that says what it is', () => {
  const unchecked = all.filter(({ says }) => says === undefined || !CHECKS.some(([asks]) => asks.test(says)));
  expect(unchecked.map((block) => `${where(block)} ${block.says ?? 'says nothing'}`)).toEqual([]);
});

describe.each([...new Set(all.map(({ page }) => page))])('%s', (page) => {
  const built: Built = { files: {}, plays: [] };
  const blocks = all.filter((block) => block.page === page);

  test.each(blocks)(
    'line $line passes: $says',
    async (block) => {
      for (const [asks, check] of CHECKS) {
        const match = asks.exec(block.says ?? '');
        if (match) await check(block, built, match.slice(1));
      }
    },
    60_000,
  );

  test('the case built step by step has no findings, and plays', () => {
    const parsed = Object.keys(built.plays).length > 0 ? parseCase(built.files) : undefined;
    if (parsed) expect(told(parsed, built.files, ['error', 'warning', 'hint'])).toEqual([]);
    for (const file of built.plays) play(file, built.files[file] ?? '', parsed?.compiled);
  });
});

test('pages link only to existing pages', () => {
  const missing = pages().flatMap((page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
    return targets
      .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
      .map((target) => `${page} → ${target}`);
  });
  expect(missing).toEqual([]);
});
