/** Events in the log. `shared/vocabulary/events.ts` declares them one by one. */
import type { EventFields, EventType } from '../vocabulary/events.ts';
import type { CaseMs } from '../time.ts';
import type { Audience } from '../access/audience.ts';

/** An event as `decide` emits it, before it has its place in the log. */
export type EventDraft = { [T in EventType]: { type: T; audience: Audience } & EventFields[T] }[EventType];

/** An event in its place: `seq` counts from 1 without gaps in the whole log, `at` is case time. */
export type Event<T extends EventType = EventType> = {
  [K in T]: { seq: number; at: CaseMs; type: K; audience: Audience } & EventFields[K];
}[T];

/**
 * An event as a viewer gets it: without audience (it would reveal who else knows) and without log number (gaps would
 * reveal other events).
 */
export type KnownEvent<T extends EventType = EventType> = {
  [K in T]: { at: CaseMs; type: K } & EventFields[K];
}[T];
