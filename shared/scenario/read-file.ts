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
  const text = readText(files, name, diagnostics);
  if (text.raw === undefined) return { ...text, value: undefined };
  return { ...text, value: readShape(text.raw, text.source, schema, diagnostics) };
}

/** Reads one file as plain data. */
export function readText(
  files: CaseFiles,
  name: string,
  diagnostics: Diagnostic[],
): Pick<ReadFile<unknown>, 'raw' | 'source'> {
  const text = files[name];
  if (text === undefined) {
    const source = nowhere(name);
    diagnostics.push(diagnose('FILE_MISSING', { name }, name, source.valueAt([])));
    return { raw: undefined, source };
  }
  const parsed = parseYaml(name, text);
  diagnostics.push(...parsed.diagnostics);
  return { raw: parsed.value as Record<string, unknown> | undefined, source: parsed.source };
}

/** Plain data as a value of the language; undefined where its shape is wrong. */
export function readShape<T>(
  raw: Record<string, unknown>,
  source: SourceMap,
  schema: z.ZodType<T>,
  diagnostics: Diagnostic[],
): T | undefined {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  diagnostics.push(...shapeFindings(result.error.issues, { schema, value: raw, source }));
  return undefined;
}
