/** Reads the files of the case for the page, and no other file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Playable } from './preview-library.ts';

/** The current content on disk; a law pack is in the case folder or beside it. */
export async function readSource(folder: string, { files }: Playable, file: string): Promise<string | undefined> {
  if (!Object.hasOwn(files, file)) return undefined;
  for (const from of [folder, join(folder, '..')]) {
    const text = await readFile(join(from, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return files[file];
}
