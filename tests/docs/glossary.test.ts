/** One word, one meaning: the glossary of CONTRIBUTING.md, and the words that it replaces. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** The cells of the table under a heading, without its header rows. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /\.(?:ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });

describe('the glossary', () => {
  const words = rowsUnder('Glossary').map(([word = '', meaning = '']) => ({ word, meaning }));

  it('holds the fifty words that matter, each once and in the order of the alphabet', () => {
    expect(words.length).toBeGreaterThanOrEqual(50);
    const names = words.map(({ word }) => word.toLowerCase());
    expect(names).toEqual([...new Set(names)].sort((one, other) => one.localeCompare(other, 'en')));
  });

  it('gives one meaning of each, as one sentence or two', () => {
    for (const { word, meaning } of words) {
      expect(meaning, word).toMatch(/^[A-Z`*].{15,200}\.$/);
      expect(meaning, word).not.toMatch(/\b(?:either|also means|sometimes)\b/);
    }
  });
});

describe('words on their way out', () => {
  const old = rowsUnder('Words on their way out').map(([pattern = '', , most = '']) => ({
    pattern: pattern.replaceAll('`', '').replaceAll('\\|', '|'),
    most: Number(most),
  }));
  const all = ['client', 'server', 'shared', 'tests']
    .flatMap(sources)
    .filter((path) => !path.endsWith('glossary.test.ts'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');

  it.each(old)('$pattern is used $most times at most', ({ pattern, most }) => {
    const uses = all.match(new RegExp(pattern, 'g'))?.length ?? 0;
    expect(most, 'the number in CONTRIBUTING.md').toBeGreaterThanOrEqual(0);
    expect(uses, `use the word of the glossary instead of ${pattern}`).toBeLessThanOrEqual(most);
  });

  it('lists the words that hide their subject', () => {
    expect(old.map(({ pattern }) => pattern)).toEqual(
      expect.arrayContaining(['\\b[Ww]hoever\\b', '\\b[Ww]hatever\\b']),
    );
  });
});
