/** The test files of the repository, and the part that each belongs to. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type BrowserPart, partOf, type UnitPart } from './parts.ts';

export const ROOT = join(import.meta.dirname, '../..');
const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'test-results', '.git']);

/** Every file whose name says that it is a test, wherever it is, as a path from the root with `/`. */
export function testFiles(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : testFiles(path);
    return /\.(test|spec)\.\w+$/.test(entry.name) ? [relative(ROOT, path).split(sep).join('/')] : [];
  });
}

let known: string[] | undefined;

/** The files that a part runs, as paths from the root. */
export function filesOf(part: UnitPart | BrowserPart): string[] {
  known ??= testFiles();
  return known.filter((file) => partOf(file)?.name === part.name);
}
