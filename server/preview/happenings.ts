/** What lights up in the charts: the newest transitions, told from the log; and what comes next. */
import type { Event } from '../../shared/exercise/events.ts';
import { advanceTo, type Exercise, nextDue } from '../../shared/exercise/exercise.ts';
import type { CaseGraph, GraphEdge } from '../../shared/graph/case-graph.ts';
import type { NextThing } from '../../shared/preview/wire.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { CaseMs } from '../../shared/time.ts';

/** The transitions of these events, each as the edges it may have been (one, nearly always). */
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

/** Names of what happened in the same moment before an event: events, signals and chart timers. */
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

/** Timers that fall due without anything happening are passed over. */
const MOST_QUIET = 100;
const QUIET: ReadonlySet<string> = new Set(['timer-cleared', 'timer-set']);

/** When something happens next if nobody does anything. */
export function nextHappening(compiled: CompiledScenario, exercise: Exercise): NextThing | undefined {
  let then = exercise;
  for (let tries = 0; tries < MOST_QUIET; tries += 1) {
    const at = nextDue(then);
    if (at === undefined) return undefined;
    const advanced = advanceTo(compiled, then, at);
    const told = advanced.events.find((event) => !QUIET.has(event.type));
    if (told) return { at, what: told.type, id: idOf(told) };
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
