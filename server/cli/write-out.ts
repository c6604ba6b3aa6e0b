/** Writes the document that a command has made. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Io } from './subcommand.ts';

/** `-` means standard output. Otherwise prints the name of the written file. */
export async function writeOut(io: Io, out: string, text: string): Promise<void> {
  if (out === '-') return io.write(text);
  const file = resolve(io.cwd, out);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  io.note(`${out}\n`);
}
