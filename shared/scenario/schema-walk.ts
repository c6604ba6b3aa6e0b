/** Walks a zod schema along a value: the keys known at a path, and the values that are texts for people. */
import { z } from 'zod';
import { Line, Text } from './schema/basics.ts';
import type { Path } from './source-map.ts';

type Schema = z.core.$ZodType;

const bares = new WeakMap<Schema, Schema>();

/** Unwraps schemas that do not affect where keys and texts are. */
function bare(schema: Schema): Schema {
  const known = bares.get(schema);
  if (known) return known;
  const found = unwrapped(schema);
  bares.set(schema, found);
  return found;
}

/** True for wrappers that only say whether a value must be present. */
const isWrapper = (
  schema: Schema,
): schema is z.ZodOptional | z.ZodDefault | z.ZodPrefault | z.ZodNullable | z.ZodNonOptional =>
  [z.ZodOptional, z.ZodDefault, z.ZodPrefault, z.ZodNullable, z.ZodNonOptional].some((each) => schema instanceof each);

function unwrapped(schema: Schema): Schema {
  let current = schema;
  for (;;) {
    if (isWrapper(current)) current = current.unwrap();
    else if (current instanceof z.ZodLazy) current = insideLazy(current);
    else if (current instanceof z.ZodPipe) current = current.in;
    else return current;
  }
}

const lazies = new WeakMap<z.ZodLazy, Schema>();

/** Cached, because `unwrap()` builds the schema anew each time, which slows down walks of large cases. */
function insideLazy(lazy: z.ZodLazy): Schema {
  const inner = lazies.get(lazy) ?? lazy.unwrap();
  lazies.set(lazy, inner);
  return inner;
}

/** The schemas directly inside one, for any step. */
function parts(schema: Schema): Schema[] {
  const here = bare(schema);
  if (here instanceof z.ZodObject) return Object.values(here.shape);
  if (here instanceof z.ZodRecord) return [here.valueType];
  if (here instanceof z.ZodArray) return [here.element];
  return here instanceof z.ZodUnion ? [...here.options] : [];
}

type IsWanted = (schema: Schema) => boolean;
const reaching = new WeakMap<IsWanted, WeakMap<Schema, boolean>>();

/** True if a value of this schema can contain a wanted value at all; most of a case need not be walked. */
function reaches(schema: Schema, isWanted: IsWanted): boolean {
  const known = reaching.get(isWanted) ?? new WeakMap<Schema, boolean>();
  reaching.set(isWanted, known);
  const seen = new Set<Schema>();
  const look = (each: Schema): boolean => {
    if (isWanted(each)) return true;
    const here = bare(each);
    if (isWanted(here)) return true;
    // For a recursive schema the outer call decides.
    if (seen.has(here)) return false;
    seen.add(here);
    return known.get(here) ?? parts(here).some(look);
  };
  const here = bare(schema);
  const answer = known.get(here) ?? look(schema);
  known.set(here, answer);
  return answer;
}

/** One step down. A union yields every form. */
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

/** The schemas that read a value at a path: one, or one per form of a union. */
export function schemasAt(schema: Schema, path: Path): Schema[] {
  let places: Schema[] = [schema];
  for (const step of path) places = places.flatMap((place) => inside(place, step));
  return places;
}

/** The keys known at a path; empty if any id is allowed. */
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

const isWords = (schema: Schema): boolean => isMadeOf(schema, Line) || isMadeOf(schema, Text);

const texts = new WeakMap<object, FoundText[]>();

/**
 * All texts for people in a value of this schema, in schema order. A checked value is never mutated, so the result is
 * cached.
 */
export function textsOf(schema: Schema, value: object): FoundText[] {
  const found = texts.get(value) ?? textsIn(schema, value, []);
  texts.set(value, found);
  return found;
}

function textsIn(schema: Schema, value: unknown, path: (string | number)[]): FoundText[] {
  if (!reaches(schema, isWords)) return [];
  const here = bare(schema);
  if (isWords(here)) return typeof value === 'string' ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (here instanceof z.ZodUnion) return here.options.flatMap((option: Schema) => textsIn(option, value, path));
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value);
  return entries.flatMap(([step, each]) => inside(here, step).flatMap((next) => textsIn(next, each, [...path, step])));
}

export interface FoundValue {
  path: (string | number)[];
  value: unknown;
}

/** All values read by a given schema, also nested ones; outer before inner. */
export function valuesOf(schema: Schema, wanted: Schema, value: unknown): FoundValue[] {
  const isWanted = wantedBy.get(wanted) ?? ((each: Schema) => wraps(each, wanted));
  wantedBy.set(wanted, isWanted);
  return valuesIn(schema, isWanted, value, []);
}

const wantedBy = new WeakMap<Schema, IsWanted>();

function valuesIn(schema: Schema, isWanted: IsWanted, value: unknown, path: (string | number)[]): FoundValue[] {
  if (typeof value !== 'object' || value === null || !reaches(schema, isWanted)) return [];
  const own = isWanted(schema) ? [{ path, value }] : [];
  const here = bare(schema);
  if (here instanceof z.ZodUnion)
    return [...own, ...here.options.flatMap((option: Schema) => valuesIn(option, isWanted, value, path))];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value);
  return [
    ...own,
    ...entries.flatMap(([step, each]) =>
      inside(here, step).flatMap((next) => valuesIn(next, isWanted, each, [...path, step])),
    ),
  ];
}

function wraps(schema: Schema, wanted: Schema): boolean {
  let current = schema;
  while (!isMadeOf(current, wanted) && isWrapper(current)) current = current.unwrap();
  return isMadeOf(current, wanted);
}

/** True for the schema itself and for copies made by `.meta()` to describe one place. */
function isMadeOf(schema: Schema | undefined, wanted: Schema): boolean {
  // oxlint-disable-next-line no-underscore-dangle -- where zod keeps the schema that a copy was made of
  return schema !== undefined && (schema === wanted || isMadeOf(schema._zod.parent, wanted));
}
