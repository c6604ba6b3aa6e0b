/** Finds the newest transitions of the charts in the log, and the next event that time alone will cause. */
import type { Event } from '../../shared/exercise/events.ts';
import { advanceTo, type Exercise, nextDue } from '../../shared/exercise/exercise.ts';
import type { CaseGraph, GraphEdge } from '../../shared/graph/case-graph.ts';
import type { NextThing } from '../../shared/preview/wire.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { CaseMs } from '../../shared/time.ts';

/** The transitions in these events, each with the edges that may have caused it (nearly always one). */
export function transitionsIn(graph: CaseGraph, events: readonly Event[]): { edges: string[]; at: CaseMs }[] {
  return events.flatMap((event, index) => {
    if (event.type !== 'state-entered') return [];
    const lane = graph.lanes.find(({ chart }) => chart === event.chart);
    const from = new Set([event.chart, ...event.leaves.map((leaf) => `${event.chart}.${leaf}`)]);
    const leading = (lane?.edges ?? []).filter(
      (edge) => edge.to === `${event.chart}.${event.state}` && from.has(edge.from),
    );
    if (event.leaves.length === 0 || leading.length === 0) return [];
    const causes = causesBefore(events, index);
    const caused = leading.filter((edge) => isCause(edge, causes));
    return [{ edges: (caused.length > 0 ? caused : leading).map(({ id }) => id), at: event.at }];
  });
}

/** Names of the events, signals and chart timers before an event at the same case time. */
function causesBefore(events: readonly Event[], index: number): Set<string> {
  const at = events[index]?.at;
  const names = new Set<string>();
  for (let back = index - 1; back >= 0 && events[back]?.at === at; back -= 1) {
    const event = events[back];
    if (!event) break;
    names.add(event.type);
    if (event.type === 'signal-sent') names.add(event.signal);
    if (event.type === 'timer-cleared') names.add(event.timer);
  }
  return names;
}

function isCause({ kind, by = '', chart, from }: GraphEdge, causes: ReadonlySet<string>): boolean {
  if (kind === 'on') return causes.has(by);
  if (kind === 'after') return causes.has(`chart:${chart}:${from.slice(chart.length + 1)}:${by.replaceAll(' ', '')}`);
  return true;
}

/** Timers without visible effect are skipped, up to this number. */
const MAX_SKIPPED = 100;
const SKIPPED: ReadonlySet<string> = new Set(['timer-cleared', 'timer-set']);

/** The next visible event if no one acts. */
export function nextHappening(compiled: CompiledScenario, exercise: Exercise): NextThing | undefined {
  let then = exercise;
  for (let tries = 0; tries < MAX_SKIPPED; tries += 1) {
    const at = nextDue(then);
    if (at === undefined) return undefined;
    const advanced = advanceTo(compiled, then, at);
    const visible = advanced.events.find((event) => !SKIPPED.has(event.type));
    if (visible) return { at, what: visible.type, id: idOf(visible) };
    then = advanced.exercise;
  }
  return undefined;
}

function idOf(event: Event): string {
  if (event.type === 'chart-moved') return event.chart;
  if ('seat' in event && event.seat !== undefined && 'by' in event) return event.by;
  const fields = event as unknown as Record<string, unknown>;
  const id = ['inject', 'item', 'person', 'duty', 'service', 'interview', 'request', 'signal'].find(
    (field) => typeof fields[field] === 'string',
  );
  return id === undefined ? '' : String(fields[id]);
}
