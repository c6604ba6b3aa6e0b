/** Events in the log. What can happen is declared event by event in `shared/vocabulary/events.ts`. */
import type { EventFields, EventType } from '../vocabulary/events.ts';
import type { CaseMs } from '../time.ts';
import type { Audience } from '../access/audience.ts';

export type { EventFields, EventType } from '../vocabulary/events.ts';
export type { TimerAction } from '../vocabulary/timer-action.ts';

/** What `decide` answers before the event has its place in the log. */
export type EventDraft = { [T in EventType]: { type: T; audience: Audience } & EventFields[T] }[EventType];

/** An event in its place: `seq` counts from 1 without gaps in the whole log, `at` is case time. */
export type Event<T extends EventType = EventType> = {
  [K in T]: { seq: number; at: CaseMs; type: K; audience: Audience } & EventFields[K];
}[T];

/** What a viewer gets: no audience (it would tell who else knows) and no whole-log number (gaps would tell that something happened). */
export type KnownEvent<T extends EventType = EventType> = {
  [K in T]: { at: CaseMs; type: K } & EventFields[K];
}[T];
