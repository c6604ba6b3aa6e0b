/** Where a command that makes a document puts it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Io } from './subcommand.ts';

/** `-` is the terminal. The file's name is said, so that it can be opened. */
export async function writeOut(io: Io, out: string, text: string): Promise<void> {
  if (out === '-') return io.write(text);
  const file = resolve(io.cwd, out);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  io.note(`${out}\n`);
}
