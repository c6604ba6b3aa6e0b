/** One file of a case, read and checked for its shape. */
import type { z } from 'zod';
import { diagnose } from './diagnostic-catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { parseYaml } from './parse-yaml.ts';
import { shapeFindings } from './shape-findings.ts';
import { nowhere, type SourceMap } from './source-map.ts';

/** Every source of a case by its name. */
export type CaseFiles = Readonly<Record<string, string>>;

export const MAIN_FILE = 'scenario.yaml';
export const lawFile = (jurisdiction: string): string => `jurisdictions/${jurisdiction}.yaml`;

/** A file as text, as data and, where its shape is right, as a value. */
export interface ReadFile<T> {
  value: T | undefined;
  raw: Record<string, unknown> | undefined;
  source: SourceMap;
}

/** Reads one file and checks its shape; what is wrong goes into `diagnostics`. */
export function readFile<T>(
  files: CaseFiles,
  name: string,
  schema: z.ZodType<T>,
  diagnostics: Diagnostic[],
): ReadFile<T> {
  const text = files[name];
  if (text === undefined) {
    const source = nowhere(name);
    diagnostics.push(diagnose('FILE_MISSING', { name }, name, source.valueAt([])));
    return { value: undefined, raw: undefined, source };
  }
  const parsed = parseYaml(name, text);
  diagnostics.push(...parsed.diagnostics);
  if (parsed.value === undefined) return { value: undefined, raw: undefined, source: parsed.source };
  const raw = parsed.value as Record<string, unknown>;
  const result = schema.safeParse(raw);
  if (!result.success)
    diagnostics.push(...shapeFindings(result.error.issues, { schema, value: raw, source: parsed.source }));
  return { value: result.success ? result.data : undefined, raw, source: parsed.source };
}
