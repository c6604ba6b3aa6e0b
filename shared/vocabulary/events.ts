/**
 * Everything that can happen, one declaration per event. Events are the only truth: live play, recovery, views, replay and
 * debrief are folds of them.
 *
 * - The type of an event is the verb authors write after `happened:`, its fields are what conditions compare. Both are stored
 *   in logs: never rename one.
 * - Events are small facts with ids, never copies of scenario text; free text is a reference into the erasable table.
 * - `by` is the desk that acted (or `trainer`, `story`), `seat` the person at the desk.
 * - Where two audiences may know different fields of one act, the act is two events.
 */
import { z } from 'zod';
import { type EventDeclaration, perType, type Reading } from './declare.ts';
import { chargeEvents } from './events/charges.ts';
import { exerciseEvents } from './events/exercise.ts';
import { injectEvents } from './events/injects.ts';
import { interviewEvents } from './events/interviews.ts';
import { itemEvents } from './events/items.ts';
import { peopleEvents } from './events/people.ts';
import { placeEvents } from './events/places.ts';
import { referralEvents } from './events/referrals.ts';
import { requestEvents } from './events/requests.ts';
import { togetherEvents } from './events/together.ts';
import type { Field, Fields, ValueKind, ValuesOf } from './fields.ts';

const DECLARED = {
  ...exerciseEvents,
  ...placeEvents,
  ...itemEvents,
  ...requestEvents,
  ...peopleEvents,
  ...referralEvents,
  ...interviewEvents,
  ...togetherEvents,
  ...chargeEvents,
  ...injectEvents,
};

export type EventType = keyof typeof DECLARED;
type FieldsOf<T extends EventType> = (typeof DECLARED)[T]['fields'];
/** The plain values of every event by its type. */
export type EventFields = { [T in EventType]: ValuesOf<FieldsOf<T>> };

/** The declaration of every event by its type. */
export const EVENTS: Readonly<Record<EventType, EventDeclaration>> = DECLARED;
export const EVENT_TYPES = Object.keys(EVENTS) as EventType[];
export const isEventType = (text: string): text is EventType => Object.hasOwn(EVENTS, text);

/** Where the debrief shows an event of this type; an event of a newer version is hidden. */
export const readingOf = (type: string): Reading => (isEventType(type) ? EVENTS[type].reading : 'hidden-from-desks');

/** True where a desk may read the line of such an event, if the event is its own. */
export const isForDesks = (type: string): boolean => readingOf(type) !== 'hidden-from-desks';

/** The id of what this event brings into being; undefined for an event that creates nothing. */
export function creationOf(event: { readonly type: string }): string | undefined {
  const creates = isEventType(event.type) ? EVENTS[event.type].creates : undefined;
  const id = creates === undefined ? undefined : (event as Readonly<Record<string, unknown>>)[creates];
  return typeof id === 'string' ? id : undefined;
}

/** The schema of an event without its place in the log and without its audience. */
export const eventSchema = (type: EventType) =>
  z.strictObject(Object.fromEntries(Object.entries(EVENTS[type].fields).map(([name, { schema }]) => [name, schema])));

type ComparedIn<F extends Fields> = { [N in keyof F]: F[N] extends Field<z.ZodType, true> ? N : never }[keyof F];
/** A field that `happened` can compare. */
export type HappenedField = { [T in EventType]: ComparedIn<FieldsOf<T>> }[EventType];
const comparedFields = (type: EventType) =>
  Object.entries(EVENTS[type].fields).filter((entry): entry is [HappenedField, Field] => entry[1].compared);

/** All fields that `happened` can compare, each once. */
export const HAPPENED_FIELDS: readonly HappenedField[] = [
  ...new Set(EVENT_TYPES.flatMap((type) => comparedFields(type).map(([name]) => name))),
];

const COMPARABLE = perType(
  EVENT_TYPES,
  (type): Readonly<Record<string, ValueKind>> =>
    Object.fromEntries(comparedFields(type).map(([name, { holds }]) => [name, holds])),
);

/** The comparable fields of an event with the kind of their values; undefined where there is no such event. */
export const comparableFields = (event: string) => (isEventType(event) ? COMPARABLE[event] : undefined);
