/** Resolves the fields of a written command for the core: names of earlier steps, moments, free texts. */
import { type CaseMs, parseDuration } from '../time.ts';
import { parseMoment } from './moment.ts';

/** Fields with free text; each text becomes a reference, as in `detachTexts` on the server. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set(['text', 'reason', 'rejected', 'label', 'agenda']);
/** Fields with a moment of case time. `to` is one only in `skip-to`. */
export const TIME_FIELDS: ReadonlySet<string> = new Set(['due', 'until']);
/** Fields that refer to a created thing: a bare name is enough here. */
export const NAME_FIELDS: ReadonlySet<string> = new Set([
  'interview',
  'referral',
  'request',
  'consent',
  'conference',
  'action',
  'charge',
]);

export interface FieldContext {
  /** Number of the step, used in the references of its texts. */
  step: number;
  at: CaseMs;
  /** Created ids by the name that an earlier step gave. */
  names: ReadonlyMap<string, string>;
  /** Receives the free texts by reference. */
  texts: Record<string, string>;
}

/** The case time of a written moment; undefined if the text is no moment. */
function moment(text: string, from: CaseMs): CaseMs | undefined {
  if (!text.startsWith('+')) return parseMoment(text);
  const plus = parseDuration(text.slice(1));
  return plus === undefined ? undefined : from + plus;
}

const isTime = (field: string, value: unknown): value is string =>
  typeof value === 'string' && (TIME_FIELDS.has(field) || (field === 'to' && moment(value, 0) !== undefined));

/**
 * Replaces values that are known only during play with samples, so that the command's schema can check the fields
 * before.
 */
export function sampleFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, isTime(field, value) ? (moment(value, 0) ?? value) : value]),
  );
}

/** The names that a step uses: every `@name`, and bare names in fields that hold nothing else. */
export function namesUsed(fields: Record<string, unknown>): string[] {
  return Object.values(fields)
    .flat()
    .filter((value): value is string => typeof value === 'string' && value.startsWith('@'))
    .map((value) => value.slice(1));
}

/** The fields as the core gets them. Adds every free text to `context.texts` under its reference. */
export function resolveFields(fields: Record<string, unknown>, context: FieldContext): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, resolveField(field, value, context)]),
  );
}

function resolveField(field: string, value: unknown, context: FieldContext): unknown {
  if (TEXT_FIELDS.has(field)) return toReference(field, value, context);
  if (isTime(field, value)) return moment(value, context.at) ?? value;
  if (Array.isArray(value)) return value.map((one: unknown) => resolveName(field, one, context));
  return resolveName(field, value, context);
}

function resolveName(field: string, value: unknown, { names }: FieldContext): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith('@')) return names.get(value.slice(1)) ?? value;
  return NAME_FIELDS.has(field) ? (names.get(value) ?? value) : value;
}

/** References are derived from the place in the playthrough, so that two runs give the same log. */
function toReference(field: string, value: unknown, context: FieldContext, index?: number): unknown {
  if (Array.isArray(value)) return value.map((one: unknown, at) => toReference(field, one, context, at));
  if (typeof value !== 'string') return value;
  const reference = `step-${context.step}-${field}${index === undefined ? '' : `-${index + 1}`}`;
  context.texts[reference] = value;
  return reference;
}
