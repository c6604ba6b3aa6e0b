/** Searches all files on disk for words, case-insensitively and as bytes: erased words must be nowhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/**
 * `file: word` for every word found in a file below `folder`. A running server renames and removes files: if one is gone
 * between listing and reading, the search starts again, because its content may be in a file that was read before.
 */
export function hitsBelow(folder: string, words: readonly string[]): string[] {
  for (;;) {
    const contents = filesBelow(folder).map((file) => [file, contentOf(file)] as const);
    if (contents.every(([, content]) => content !== undefined))
      return contents.flatMap(([file, content]) => hitsIn(file, content ?? '', words));
  }
}

/** Undefined if there is no such file any more. */
function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export function hitsIn(where: string, content: string | Buffer, words: readonly string[]): string[] {
  const plain = typeof content === 'string' ? content.toLowerCase() : '';
  const found = (word: string): boolean =>
    typeof content === 'string'
      ? plain.includes(word.toLowerCase())
      : content.includes(Buffer.from(word, 'utf8')) || content.includes(Buffer.from(word, 'utf16le'));
  return words.filter(found).map((word) => `${where}: ${word}`);
}
