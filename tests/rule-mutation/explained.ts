/** The survivors that no test can kill, each with its reason: `explained/*.yaml`, by file of the rule. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Mutant, nameOf } from './mutants.ts';

const FOLDER = join(import.meta.dirname, 'explained');
const Entry = z.strictObject({
  line: z.string().min(1).optional(),
  was: z.string().min(1),
  becomes: z.string(),
  why: z.string().min(10),
});
const Entries = z.record(z.string(), z.array(Entry));

export interface Explanation extends z.infer<typeof Entry> {
  /** Path of the rule from the root. */
  file: string;
}

/** Throws if a file does not have the form above. */
export function explanations(): Explanation[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => Object.entries(Entries.parse(parse(readFileSync(join(FOLDER, name), 'utf8')) ?? {})))
    .flatMap(([file, entries]) => entries.map((entry) => ({ file, ...entry })));
}

/** True if the entry is about this mutant. Without a line it is about each equal text of its file. */
export const explains = (entry: Explanation, mutant: Mutant): boolean =>
  nameOf(entry) === nameOf(mutant) && (entry.line === undefined || entry.line === mutant.sourceLine);
