/** The log as people read it: what desks did and what happened to them, without the machinery. */
import type { Event, EventType } from '../exercise/events.ts';
import type { TimelineEntry } from './debrief.ts';
import type { Sighting } from './sightings.ts';
import { type Sittings, sittingsOf } from './simulated.ts';

/** The event types that have a sentence: `timeline.<type>` in the interface texts. */
export const TIMELINE_TYPES = [
  'exercise-started',
  'exercise-paused',
  'exercise-resumed',
  'clock-skipped',
  'exercise-ended',
  'travel-ended',
  'search-ended',
  'item-found',
  'item-taken',
  'item-handled',
  'item-handed-over',
  'analysis-started',
  'analysis-ended',
  'item-perished',
  'item-assessed',
  'item-shared',
  'request-made',
  'request-answered',
  'person-moved',
  'indicator-tagged',
  'indicator-untagged',
  'screened',
  'status-set',
  'risk-assessed',
  'risk-triggered',
  'guardian-notified',
  'family-contacted',
  'detained',
  'released',
  'arrested',
  'consent-asked',
  'consent-given',
  'consent-refused',
  'consent-withdrawn',
  'consent-ended',
  'duty-started',
  'duty-met',
  'duty-missed',
  'needs-assessed',
  'service-offered',
  'offer-accepted',
  'offer-refused',
  'place-declined',
  'transport-started',
  'received',
  'feedback-given',
  'referral-closed',
  'interview-planned',
  'interpreter-vetted',
  'interpreter-briefed',
  'interpreter-changed',
  'interview-engaged',
  'account-begun',
  'question-asked',
  'item-shown',
  'break-taken',
  'break-ended',
  'interview-closed',
  'conference-called',
  'conference-joined',
  'statement-made',
  'action-proposed',
  'action-agreed',
  'action-dissented',
  'action-decided',
  'action-done',
  'conference-closed',
  'decision-proposed',
  'decision-agreed',
  'decision-dissented',
  'decision-made',
  'decision-logged',
  'plan-section-set',
  'standby-asked',
  'standby-confirmed',
  'plan-approved',
  'operation-launched',
  'operation-aborted',
  'charge-set',
  'charge-dropped',
  'charge-filed',
  'no-charge-decided',
  'protective-measure-asked',
  'inject-fired',
  'inject-skipped',
  'expectation-met',
  'expectation-missed',
  'message-sent',
] as const satisfies readonly EventType[];

const readable = new Set<EventType>(TIMELINE_TYPES);
/** Of no use in a sentence. */
const LEFT_OUT = new Set(['seq', 'at', 'type', 'audience', 'by', 'seat']);

/** The readable log, oldest first. `pins` are moments worth a question, by id. */
export function timelineOf(
  events: readonly Event[],
  pins: Record<string, Sighting>,
  sittings: Sittings = sittingsOf([]),
): TimelineEntry[] {
  const entries = events.filter(({ type }) => readable.has(type)).map((event) => entryOf(event, sittings));
  for (const [pin, { seq }] of Object.entries(pins)) {
    const place =
      entries.findLast((entry) => entry.seq <= seq && entry.pin === undefined) ??
      entries.find((entry) => entry.pin === undefined);
    if (place) place.pin = pin;
  }
  return entries;
}

function entryOf(event: Event, sittings: Sittings): TimelineEntry {
  const by = 'by' in event ? event.by : 'story';
  const simulated = 'seat' in event && sittings.acted(event);
  return {
    at: event.at,
    seq: event.seq,
    type: event.type,
    by,
    params: paramsOf(event),
    ...(simulated && { simulated }),
  };
}

/** Every field that a sentence can name, as text: ids stay ids, lists are joined by commas. */
function paramsOf(event: Event): Record<string, string> {
  const fields = Object.entries(event).filter(([field, value]) => !LEFT_OUT.has(field) && value !== undefined);
  return Object.fromEntries(
    fields.map(([field, value]: [string, unknown]) => [field, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}
