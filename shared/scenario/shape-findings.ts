/** Turns zod issues into diagnostics with exact places, in the words of authors. */
import type { z } from 'zod';
import { cutTexts } from './cut-texts.ts';
import { diagnose, type DiagnosticCode, type ParamsOf } from './diagnostic-catalogue.ts';
import type { Diagnostic, Range } from './diagnostic.ts';
import { misplacedEntries } from './misplaced.ts';
import { nearest } from './nearest.ts';
import { PART_SECTIONS } from './schema/part.ts';
import { keysAt } from './schema-walk.ts';
import type { Path, SourceMap } from './source-map.ts';

export type Issue = z.core.$ZodIssue;

interface Place {
  schema: z.ZodType;
  value: unknown;
  source: SourceMap;
  /** Other places where a missing section may belong. */
  parts: NonNullable<Diagnostic['related']>;
}

export function shapeFindings(issues: readonly Issue[], place: Place): Diagnostic[] {
  const flat = issues.flatMap((issue) => flattenIssue(issue));
  // If a key is mistyped, "not complete" at the same place only follows from it.
  const mistyped = new Set(
    flat.filter((issue) => issue.code === 'unrecognized_keys').map((issue) => issue.path.join('\0')),
  );
  const misplaced = misplacedEntries(flat, place.schema, place.value, place.source);
  const found = flat
    .filter((issue) => !misplaced.echoes(issue))
    .filter(
      (issue) =>
        issue.code !== 'custom' ||
        !mistyped.has(issue.path.join('\0')) ||
        typeof valueAt(place.value, toPath(issue.path)) !== 'object',
    )
    .flatMap((issue) => findingsOf(issue, place));
  return [...misplaced.findings, ...found];
}

/** A union fails with one list of issues per form; the form that got deepest is the intended one. */
export function flattenIssue(issue: Issue, prefix: PropertyKey[] = []): Issue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const depth = (form: readonly Issue[]) =>
      Math.max(
        ...form.map((each) => each.path.length + (each.code === 'invalid_type' && each.path.length === 0 ? -1 : 0)),
      );
    const [best = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
    return best.flatMap((each) => flattenIssue(each, path));
  }
  return [{ ...issue, path }];
}

function findingsOf(issue: Issue, place: Place): Diagnostic[] {
  const { source, value } = place;
  const path = toPath(issue.path);
  const within = nameOf(path.slice(0, -1));
  const key = nameOf(path);
  const got = valueAt(value, path);
  const say = <C extends DiagnosticCode>(code: C, params: ParamsOf<C>, range: Range) => [
    diagnose(code, params, source.of(path).file, range),
  ];
  const here = source.valueAt(path);
  if (issue.code === 'unrecognized_keys') return unknownKeyFindings(issue.keys, path, got, place);
  if (
    got === undefined &&
    path.length > 0 &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
  ) {
    const params = { key: String(path.at(-1)), within, expected: expectation(issue) };
    const missing = say('MISSING_KEY', params, source.keyAt(path.slice(0, -1)));
    const isOfParts = path.length === 1 && (PART_SECTIONS as readonly string[]).includes(params.key);
    return isOfParts && place.parts.length > 0 ? missing.map((each) => ({ ...each, related: place.parts })) : missing;
  }
  switch (issue.code) {
    case 'invalid_type':
      return say('WRONG_TYPE', { key, expected: expectation(issue), got: typeName(got) }, here);
    case 'invalid_value': {
      const known = issue.values.map(String);
      return say('UNKNOWN_VALUE', { key, value: shown(got), meant: nearest(shown(got), known), known }, here);
    }
    case 'invalid_key':
      return say('BAD_ID', { id: String(path.at(-1)), meant: asId(String(path.at(-1))) }, source.keyAt(path));
    case 'invalid_format':
      if (issue.message.startsWith('an id')) return say('BAD_ID', { id: shown(got), meant: asId(shown(got)) }, here);
      return say('BAD_FORMAT', { key, value: shown(got), rule: issue.message }, here);
    case 'too_small':
    case 'too_big':
      return say('OUT_OF_RANGE', { key, limit: limitOf(issue) }, here);
    case 'custom':
      if (typeof got === 'object') return say('BAD_SHAPE', { key, rule: issue.message }, source.keyAt(path));
      return say('BAD_FORMAT', { key, value: shown(got), rule: issue.message }, here);
    default:
      return say('BAD_SHAPE', { key, rule: issue.message }, here);
  }
}

/** Reports the keys at a path that the language does not have. */
function unknownKeyFindings(
  keys: readonly string[],
  path: Path,
  got: unknown,
  { schema, source }: Place,
): Diagnostic[] {
  const { file } = source.of(path);
  const free = keysAt(schema, path).filter((name) => !hasKey(got, name));
  const cut = cutTexts({ unknown: keys, free }, got, path, source);
  const told = cut.map(({ key, pieces, whole }) =>
    diagnose('COMMA_ENDS_TEXT', { key, rest: pieces.join(', '), whole }, file, source.valueAt([...path, key])),
  );
  const strangers = keys.filter((key) => !cut.some(({ pieces }) => pieces.includes(key)));
  // If no key is known, the diagnostic at the first one is enough.
  const isStrange = strangers.length > 1 && isMapping(got) && strangers.length === Object.keys(got).length;
  const within = nameOf(path);
  const unknown = strangers.slice(0, isStrange ? 1 : undefined).map((key) => {
    // Without its colon, a value becomes part of the key.
    const [word = ''] = key.split(' ');
    const meant = nearest(key, free) ?? (free.includes(word) ? word : undefined);
    const params = { key, within, meant, known: free.slice(0, 12) };
    return diagnose('UNKNOWN_KEY', params, file, source.keyAt([...path, key]));
  });
  return [...told, ...unknown];
}

const TYPE_NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPE_NAMES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value')
    return issue.values.length === 1
      ? `\`${String(issue.values[0])}\``
      : `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
  return 'a value';
}

export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys with values';
  return typeof value === 'string' ? `the text \`${shown(value)}\`` : `\`${shown(value)}\``;
}

function limitOf(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const [bound, amount] = issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum];
  const unit =
    issue.origin === 'string'
      ? ' letters long'
      : issue.origin === 'array'
        ? Number(amount) === 1
          ? ' entry long'
          : ' entries long'
        : '';
  return `${bound} ${amount}${unit}`;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
const shown = (value: unknown): string => (isPlain(value) ? String(value) : typeName(value)).slice(0, 60);
const toPath = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));
const isMapping = (value: unknown): value is object => typeof value === 'object' && value !== null;
const hasKey = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);

/** Turns any text into an id such as `coach-phone`. */
const asId = (text: string): string =>
  text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '') || 'some-id';

/** The name of a place in a sentence: the last key, with its index if it is in a list. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the case';
  if (typeof last !== 'number') return last;
  return `${nameOf(path.slice(0, -1))}[${last + 1}]`;
}

export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
