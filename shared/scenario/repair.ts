/**
 * Makes an invalid value valid by leaving out its invalid parts, so that the rest can still be checked and an author
 * gets all diagnostics at once. A part that cannot be left out gets the simplest valid value. Both are recorded. The
 * result is for checking only and is never played.
 */
import { z } from 'zod';
import { Lost } from './lost.ts';
import { schemasAt } from './schema-walk.ts';
import { flattenIssue, type Issue, valueAt } from './shape-findings.ts';
import type { Path } from './source-map.ts';

export interface Repaired<T> {
  value: T | undefined;
  lost: Lost;
}

/** Invalid parts can be nested: each pass repairs one layer. */
const MAX_PASSES = 12;

export function repair<T>(raw: Record<string, unknown>, schema: z.ZodType<T>): Repaired<T> {
  const work = new Repair(copyOf(raw), schema);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const result = schema.safeParse(work.value);
    if (result.success) return { value: result.data, lost: work.lost };
    const issues = result.error.issues.flatMap((issue) => flattenIssue(issue));
    if (!issues.every((issue) => work.mend(issue))) break;
  }
  return { value: undefined, lost: work.lost };
}

class Repair {
  readonly lost = new Lost();
  readonly value: Record<string, unknown>;
  readonly #schema: z.ZodType;
  readonly #mended = new Set<string>();

  constructor(value: Record<string, unknown>, schema: z.ZodType) {
    this.value = value;
    this.#schema = schema;
  }

  /** Returns false if the issue cannot be repaired. */
  mend(issue: Issue): boolean {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code === 'unrecognized_keys') return issue.keys.every((key) => this.#leaveOut([...path, key]));
    if (issue.code === 'invalid_key') return this.#leaveOut(path);
    return this.#putRight(path);
  }

  #leaveOut(path: Path): boolean {
    const key = path.at(-1);
    const holder = valueAt(this.value, path.slice(0, -1));
    if (key === undefined || typeof holder !== 'object' || holder === null) return true;
    this.lost.addValue(path, valueAt(this.value, path));
    delete (holder as Record<string | number, unknown>)[key];
    return true;
  }

  /** A part that is still invalid after a repair can only be repaired at its parent. */
  #putRight(path: Path): boolean {
    const key = path.at(-1);
    const holder = valueAt(this.value, path.slice(0, -1));
    if (key === undefined) return false;
    // The issue is inside a part that an earlier issue removed.
    if (typeof holder !== 'object' || holder === null) return true;
    const name = path.join('\0');
    if (this.#mended.has(name)) return this.#putRight(path.slice(0, -1));
    this.#mended.add(name);
    this.lost.addValue(path, valueAt(this.value, path));
    const choices = schemasAt(this.#schema, path);
    if (!Array.isArray(holder) && choices.some((each) => accepts(each, undefined)))
      delete (holder as Record<string | number, unknown>)[key];
    else
      (holder as Record<string | number, unknown>)[key] = choices.map(simplestValue).find((each) => each !== undefined);
    return true;
  }
}

type Schema = z.core.$ZodType;
const accepts = (schema: Schema, value: unknown): boolean => z.core.safeParse(schema, value).success;

/** One sample of every kind of simple value in a case. */
const SAMPLES: readonly unknown[] = [
  'x',
  1,
  0,
  true,
  false,
  '1m',
  'day 1 00:00',
  '1',
  '1.0.0',
  'en',
  'case.x',
  '00:00-24:00',
  { clock: {} },
  { end: true },
  [],
  {},
];

/** The simplest value that a schema accepts; undefined if there is none in the samples. */
function simplestValue(schema: Schema): unknown {
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  const found = SAMPLES.find((value) => accepts(schema, value));
  if (found !== undefined) return copyOf(found);
  if (schema instanceof z.ZodArray) return [simplestValue(schema.element)];
  if (schema instanceof z.ZodTuple) return schema.def.items.map(simplestValue);
  if (schema instanceof z.ZodObject) {
    const needed = Object.entries(schema.shape as Record<string, Schema>).filter(
      ([, each]) => !accepts(each, undefined),
    );
    return Object.fromEntries(needed.map(([key, each]) => [key, simplestValue(each)]));
  }
  return undefined;
}

/** A deep copy of plain data. */
function copyOf<V>(value: V): V {
  if (Array.isArray(value)) return (value as unknown[]).map((each) => copyOf(each)) as V;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]: [string, unknown]) => [key, copyOf(each)])) as V;
}
