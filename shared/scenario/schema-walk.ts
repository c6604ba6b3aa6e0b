/** Walks a zod schema beside a value: which keys a place knows, and which values are texts that people read. */
import { z } from 'zod';
import { Line, Text } from './schema/basics.ts';
import type { Path } from './source-map.ts';

type Schema = z.core.$ZodType;

/** Takes off wrappers that change nothing about where keys and texts are. */
function bare(schema: Schema): Schema {
  let current = schema;
  for (;;) {
    if (
      current instanceof z.ZodOptional ||
      current instanceof z.ZodDefault ||
      current instanceof z.ZodPrefault ||
      current instanceof z.ZodNonOptional ||
      current instanceof z.ZodNullable
    )
      current = current.unwrap();
    else if (current instanceof z.ZodLazy) current = insideLazy(current);
    else if (current instanceof z.ZodPipe) current = current.in;
    else return current;
  }
}

const lazies = new WeakMap<z.ZodLazy, Schema>();

/** `unwrap()` builds the schema anew each time, which makes walks of big cases slow. */
function insideLazy(lazy: z.ZodLazy): Schema {
  const inner = lazies.get(lazy) ?? lazy.unwrap();
  lazies.set(lazy, inner);
  return inner;
}

/** One step down. A union is entered by every form of it. */
function inside(schema: Schema, step: string | number): Schema[] {
  const here = bare(schema);
  if (here instanceof z.ZodObject) {
    const next = Object.hasOwn(here.shape, step) ? here.shape[step] : undefined;
    return next ? [next] : [];
  }
  if (here instanceof z.ZodRecord) return [here.valueType];
  if (here instanceof z.ZodArray) return typeof step === 'number' ? [here.element] : [];
  if (here instanceof z.ZodUnion) return here.options.flatMap((option: Schema) => inside(option, step));
  return [];
}

/** The schemas that a value at a place is read by: one, or one for each form of a union. */
export function schemasAt(schema: Schema, path: Path): Schema[] {
  let places: Schema[] = [schema];
  for (const step of path) places = places.flatMap((place) => inside(place, step));
  return places;
}

/** The keys that may stand at a place; empty where any id may. */
export function keysAt(schema: Schema, path: Path): string[] {
  return [...new Set(schemasAt(schema, path).flatMap((place) => keysOf(place)))];
}

function keysOf(schema: Schema): string[] {
  const here = bare(schema);
  if (here instanceof z.ZodObject) return Object.keys(here.shape);
  if (here instanceof z.ZodRecord) return here.keyType instanceof z.ZodEnum ? here.keyType.options.map(String) : [];
  if (here instanceof z.ZodUnion) return here.options.flatMap((option: Schema) => keysOf(option));
  return [];
}

export interface FoundText {
  path: (string | number)[];
  text: string;
}

/** A text or line, also where `.meta()` has made a copy of it to describe one place. */
function isWords(schema: Schema | undefined): boolean {
  // oxlint-disable-next-line no-underscore-dangle -- where zod keeps the schema that a copy was made of
  return schema !== undefined && (schema === Line || schema === Text || isWords(schema._zod.parent));
}

/** Every text for people in a value of this schema, in the order of the schema. */
export function textsOf(schema: Schema, value: unknown, path: (string | number)[] = []): FoundText[] {
  const here = bare(schema);
  if (isWords(here)) return typeof value === 'string' ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (here instanceof z.ZodUnion) return here.options.flatMap((option: Schema) => textsOf(option, value, path));
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value);
  return entries.flatMap(([step, each]) => inside(here, step).flatMap((next) => textsOf(next, each, [...path, step])));
}

export interface FoundValue {
  path: (string | number)[];
  value: unknown;
}

/** Every value that was read by one certain schema, also inside values of that schema; outer before inner. */
export function valuesOf(schema: Schema, wanted: Schema, value: unknown, path: (string | number)[] = []): FoundValue[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = wraps(schema, wanted) ? [{ path, value }] : [];
  const here = bare(schema);
  if (here instanceof z.ZodUnion)
    return [...own, ...here.options.flatMap((option: Schema) => valuesOf(option, wanted, value, path))];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value);
  return [
    ...own,
    ...entries.flatMap(([step, each]) =>
      inside(here, step).flatMap((next) => valuesOf(next, wanted, each, [...path, step])),
    ),
  ];
}

function wraps(schema: Schema, wanted: Schema): boolean {
  let current = schema;
  while (
    current !== wanted &&
    (current instanceof z.ZodOptional || current instanceof z.ZodDefault || current instanceof z.ZodNonOptional)
  )
    current = current.unwrap();
  return current === wanted;
}
