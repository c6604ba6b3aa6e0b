/** Searches all files on disk for words, case-insensitively and as bytes: erased words must be nowhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** `file: word` for every word found in a file below `folder`. */
export const hitsBelow = (folder: string, words: readonly string[]): string[] =>
  filesBelow(folder).flatMap((file) => hitsIn(file, readFileSync(file), words));

export function hitsIn(where: string, content: string | Buffer, words: readonly string[]): string[] {
  const plain = typeof content === 'string' ? content.toLowerCase() : '';
  const found = (word: string): boolean =>
    typeof content === 'string'
      ? plain.includes(word.toLowerCase())
      : content.includes(Buffer.from(word, 'utf8')) || content.includes(Buffer.from(word, 'utf16le'));
  return words.filter(found).map((word) => `${where}: ${word}`);
}
