/** Reads one file of a case and checks its shape. */
import type { z } from 'zod';
import { diagnose } from './diagnostic-catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { Lost } from './lost.ts';
import type { ParseYaml } from './parse-yaml.ts';
import { repair } from './repair.ts';
import { shapeFindings } from './shape-findings.ts';
import { nowhere, type SourceMap } from './source-map.ts';

/** All sources of a case by name. */
export type CaseFiles = Readonly<Record<string, string>>;

export const MAIN_FILE = 'scenario.yaml';
export const lawFile = (jurisdiction: string): string => `jurisdictions/${jurisdiction}.yaml`;

/** A file as text and plain data. */
export interface ReadText {
  raw: Record<string, unknown> | undefined;
  source: SourceMap;
  /** Parts that were left out to read or check it. */
  lost: Lost;
  /** Other places where a missing section may belong. */
  parts?: NonNullable<Diagnostic['related']>;
  /** Diagnostics of the file so far. */
  diagnostics: readonly Diagnostic[];
}

/** A file as text, plain data and typed value. */
export interface ReadFile<T> extends ReadText {
  /** Undefined if nothing in the file can be checked. */
  value: T | undefined;
  /** True if the value holds everything in the file; false if invalid parts were left out. */
  whole: boolean;
}

/** Reads one file and checks its shape. */
export const readFile = <T>(files: CaseFiles, name: string, schema: z.ZodType<T>, parse: ParseYaml): ReadFile<T> =>
  readShape(readText(files, name, parse), schema);

/** Reads one file as plain data. */
export function readText(files: CaseFiles, name: string, parse: ParseYaml): ReadText {
  const text = files[name];
  if (text === undefined) {
    const source = nowhere(name);
    const diagnostics = [diagnose('FILE_MISSING', { name }, name, source.valueAt([]))];
    return { raw: undefined, source, lost: new Lost(), diagnostics };
  }
  const { value, source, lost, diagnostics } = parse(name, text);
  return { raw: value as Record<string, unknown> | undefined, source, lost, diagnostics };
}

/** Reads plain data by a schema, without its invalid parts; new diagnostics follow those of the text. */
export function readShape<T>(text: ReadText, schema: z.ZodType<T>): ReadFile<T> {
  const { raw, source } = text;
  const lost = new Lost();
  lost.add(text.lost);
  if (raw === undefined) return { ...text, value: undefined, whole: false };
  const result = schema.safeParse(raw);
  if (result.success) return { ...text, value: result.data, whole: !lost.any, lost };
  // A missing section may be in the unreadable part, so it is reported only once that part can be read.
  const issues = result.error.issues.filter(
    ({ path }) => path.length !== 1 || Object.hasOwn(raw, path[0] ?? '') || !lost.mentions(String(path[0])),
  );
  const found = shapeFindings(issues, { schema, value: raw, source, parts: text.parts ?? [] });
  const repaired = repair(raw, schema);
  lost.add(repaired.lost);
  return { ...text, value: repaired.value, whole: false, lost, diagnostics: [...text.diagnostics, ...found] };
}
