/** One file of a case, read and checked for its shape. */
import type { z } from 'zod';
import { diagnose } from './diagnostic-catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { Lost } from './lost.ts';
import type { ParseYaml } from './parse-yaml.ts';
import { repair } from './repair.ts';
import { shapeFindings } from './shape-findings.ts';
import { nowhere, type SourceMap } from './source-map.ts';

/** Every source of a case by its name. */
export type CaseFiles = Readonly<Record<string, string>>;

export const MAIN_FILE = 'scenario.yaml';
export const lawFile = (jurisdiction: string): string => `jurisdictions/${jurisdiction}.yaml`;

/** A file as text and as plain data. */
export interface ReadText {
  raw: Record<string, unknown> | undefined;
  source: SourceMap;
  /** What had to be left out to read or check it. */
  lost: Lost;
  /** Other places where a missing section may be put. */
  parts?: NonNullable<Diagnostic['related']>;
  /** What is wrong with the file, as far as it has been read. */
  diagnostics: readonly Diagnostic[];
}

/** A file as text, as data and as a value. */
export interface ReadFile<T> extends ReadText {
  /** Undefined where the file is so wrong that nothing of it can be checked. */
  value: T | undefined;
  /** Whether the value is all that the file says; else what was wrong has been left out of it. */
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

/** Plain data as a value of the language, without the parts that are wrong; its diagnostics follow those of the text. */
export function readShape<T>(text: ReadText, schema: z.ZodType<T>): ReadFile<T> {
  const { raw, source } = text;
  const lost = new Lost();
  lost.add(text.lost);
  if (raw === undefined) return { ...text, value: undefined, whole: false };
  const result = schema.safeParse(raw);
  if (result.success) return { ...text, value: result.data, whole: !lost.any, lost };
  // A missing section may be in the part that could not be read, so it is reported only once that part can be read.
  const issues = result.error.issues.filter(
    ({ path }) => path.length !== 1 || Object.hasOwn(raw, path[0] ?? '') || !lost.mentions(String(path[0])),
  );
  const found = shapeFindings(issues, { schema, value: raw, source, parts: text.parts ?? [] });
  const repaired = repair(raw, schema);
  lost.add(repaired.lost);
  return { ...text, value: repaired.value, whole: false, lost, diagnostics: [...text.diagnostics, ...found] };
}
