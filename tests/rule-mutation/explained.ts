/** The survivors that no test can kill, each with its reason: `explained/*.yaml`, by file of the rule. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { nameOf } from './mutants.ts';

const FOLDER = join(import.meta.dirname, 'explained');
const Entries = z.record(
  z.string(),
  z.array(z.strictObject({ was: z.string().min(1), becomes: z.string(), why: z.string().min(10) })),
);

export interface Explanation {
  /** Path of the rule from the root. */
  file: string;
  was: string;
  becomes: string;
  why: string;
}

/** Throws if a file does not have the form above. */
export function explanations(): Explanation[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => Object.entries(Entries.parse(parse(readFileSync(join(FOLDER, name), 'utf8')) ?? {})))
    .flatMap(([file, entries]) => entries.map((entry) => ({ file, ...entry })));
}

export const explainedNames = (): ReadonlySet<string> => new Set(explanations().map(nameOf));
