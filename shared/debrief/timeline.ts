/** The log as readable lines: the timeline, and the lines of single events that a mark cites. */
import type { Event } from '../exercise/events.ts';
import { readingOf } from '../vocabulary/events.ts';
import { activePaths } from '../scenario/compile-charts.ts';
import type { TimelineEntry } from './debrief.ts';
import type { Sighting } from './sightings.ts';
import { type SeatHistory, seatHistoryOf } from './simulated.ts';

/** Fields that no sentence uses. */
const LEFT_OUT = new Set(['seq', 'at', 'type', 'audience', 'by', 'seat']);

/**
 * Acts of desks and events that affected them, oldest first, without internal events. `pins` are moments for
 * discussion, by id.
 */
export function timelineOf(
  events: readonly Event[],
  pins: Record<string, Sighting>,
  sittings: SeatHistory = seatHistoryOf([]),
): TimelineEntry[] {
  const entries = events.filter(({ type }) => readingOf(type) === 'timeline').map((event) => entryOf(event, sittings));
  for (const [pin, { seq }] of Object.entries(pins)) {
    const place =
      entries.findLast((entry) => entry.seq <= seq && entry.pin === undefined) ??
      entries.find((entry) => entry.pin === undefined);
    if (place) place.pin = pin;
  }
  return entries;
}

/** Lines for the events among `cited` (numbers of events) that are not in the timeline, oldest first. */
export function evidenceLinesOf(
  events: readonly Event[],
  cited: ReadonlySet<number>,
  sittings: SeatHistory,
): TimelineEntry[] {
  return events
    .filter(({ seq, type }) => readingOf(type) !== 'timeline' && cited.has(seq))
    .map((event) => ({ ...entryOf(event, sittings), params: evidenceParamsOf(event) }));
}

function entryOf(event: Event, sittings: SeatHistory): TimelineEntry {
  const by = 'by' in event ? event.by : 'story';
  const simulated = 'seat' in event && sittings.isSimulatedAct(event);
  return {
    at: event.at,
    seq: event.seq,
    type: event.type,
    by,
    params: paramsOf(event),
    ...(simulated && { simulated }),
  };
}

/** Every field that a sentence can use, as text: ids stay ids, lists are joined by commas. */
function paramsOf(event: Event): Record<string, string> {
  const fields = Object.entries(event).filter(([field, value]) => !LEFT_OUT.has(field) && value !== undefined);
  return Object.fromEntries(
    fields.map(([field, value]: [string, unknown]) => [field, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}

/**
 * Addresses of states are complete, `chart.state`, as cards name them; fields without words (timers, charts) are left
 * out.
 */
function evidenceParamsOf(event: Event): Record<string, string> {
  if (event.type === 'state-entered') return { state: `${event.chart}.${event.state}` };
  if (event.type === 'chart-moved') return { state: innermostStates(event.chart, event.value).join(', ') };
  const params = paramsOf(event);
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== '[object Object]'));
}

/** The innermost active states of a statechart, as addresses. */
export function innermostStates(chart: string, value: unknown): string[] {
  const paths = activePaths(value);
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`))).map((path) => `${chart}.${path}`);
}
