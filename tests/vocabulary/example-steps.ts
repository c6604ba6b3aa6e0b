/** The steps of the worked example in CONTRIBUTING.md, and a copy of the sources with some of them taken. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A block of the page: whole lines for a file, behind the line that holds `after`, or a new file. */
export interface Step {
  file: string;
  after: string | undefined;
  text: string;
}

const REMARK = /^ *<!-- example: (\S+?)(?:, after `(.+)`)? -->$/;

/** The steps in the order of the page. */
export function exampleSteps(page: string): Step[] {
  const lines = page.split('\n');
  return lines.flatMap((line, at) => {
    const [, file, after] = REMARK.exec(line) ?? [];
    if (file === undefined) return [];
    const fence = lines[at + 1] ?? '';
    const indent = fence.length - fence.trimStart().length;
    const end = lines.findIndex((later, index) => index > at + 1 && later === `${' '.repeat(indent)}\`\`\``);
    if (!fence.trimStart().startsWith('```') || end < 0) throw new Error(`no block behind the remark for ${file}`);
    const text = lines.slice(at + 2, end).map((inner) => inner.slice(indent));
    return [{ file, after, text: `${text.join('\n')}\n` }];
  });
}

const COPIED = ['shared', 'client', 'tests/support', 'tests/client/trainer/debrief-words.test.ts', 'tsconfig.json'];

/** A folder with a copy of the sources. It shares the installed packages. */
export function copySources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-example-'));
  for (const path of COPIED) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path), {
      recursive: true,
      filter: (source) => !source.startsWith(join(ROOT, 'client/public')),
    });
  }
  const sources = { extends: './tsconfig.json', include: ['shared', 'tests/exercise'] };
  writeFileSync(join(folder, 'example.tsconfig.json'), JSON.stringify(sources));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Takes one step in a copy. */
export function take(folder: string, { file, after, text }: Step): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, after === undefined ? text : insertAfter(readFileSync(path, 'utf8'), after, text, file));
}

/** Takes a step back. Each file has one step. */
export function undo(folder: string, { file }: Step): void {
  cpSync(join(ROOT, file), join(folder, file));
}

function insertAfter(source: string, line: string, text: string, file: string): string {
  const parts = source.split(`${line}\n`);
  if (parts.length !== 2) throw new Error(`${file} has the line "${line}" ${parts.length - 1} times, not once`);
  return parts.join(`${line}\n${text}`);
}
