/** The smallest case, and wrong cases made from it by replacing whole sections. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const FIXTURES = fileURLToPath(new URL('../fixtures/scenarios', import.meta.url));
const LAW = 'jurisdictions/smallland.yaml';

export function smallestFiles(): Record<string, string> {
  const read = (name: string) => readFileSync(`${FIXTURES}/smallest/${name}`, 'utf8');
  return { 'scenario.yaml': read('scenario.yaml'), [LAW]: read(LAW) };
}

export interface WrongCase {
  files: Record<string, string>;
  expected: { file: string; line: number }[];
}

const MARK = / *# <- here$/;

export function composeWrongCase(text: string): WrongCase {
  const files = smallestFiles();
  const expected: WrongCase['expected'] = [];
  for (const { file, lines } of filesIn(text)) {
    if (lines.every((line) => line.trim() === '')) continue;
    const base = withoutSections(files[file] ?? '', sectionsIn(lines));
    const marked = lines.flatMap((line, index) => (MARK.test(line) ? [index + 1 + base.length] : []));
    files[file] = [...base, ...lines.map((line) => line.replace(MARK, ''))].join('\n');
    expected.push(...marked.map((line) => ({ file, line })));
  }
  return { files, expected };
}

function filesIn(text: string): { file: string; lines: string[] }[] {
  const found = [{ file: 'scenario.yaml', lines: [] as string[] }];
  for (const line of text.split('\n')) {
    const file = /^--- (\S+)$/.exec(line)?.[1];
    if (file !== undefined) found.push({ file, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found;
}

const sectionOf = (line: string): string | undefined => /^([a-z-]+):/.exec(line)?.[1];
const sectionsIn = (lines: string[]) => new Set(lines.flatMap((line) => sectionOf(line) ?? []));

/** The lines of a text without some of its top-level sections. */
function withoutSections(text: string, sections: ReadonlySet<string>): string[] {
  let skipping = false;
  return text.split('\n').filter((line) => {
    const section = sectionOf(line);
    if (section !== undefined) skipping = sections.has(section);
    return !skipping && line !== '';
  });
}
