/** How busy each desk was in a play, and when it had nothing to do. */
import type { BotCommand } from '../bots/play-bots.ts';
import type { Event } from '../exercise/events.ts';
import type { RoleId } from '../exercise/ids.ts';
import { type CaseMs, MINUTE } from '../time.ts';

/** The case is cut into stretches this long; a desk is idle in one where it neither works nor is on its way. */
export const STRETCH = 10 * MINUTE;

export interface DeskWork {
  role: RoleId;
  /** Case minutes of work, travel and searching counted as far as they do not overlap. */
  minutes: number;
  commands: number;
  /** By stretch from the start: true where the desk had nothing to do in it. */
  idle: boolean[];
}

type Span = [from: CaseMs, to: CaseMs];

export function deskWork(
  roles: readonly RoleId[],
  events: readonly Event[],
  commands: readonly BotCommand[],
  starts: CaseMs,
): DeskWork[] {
  const ends = events.at(-1)?.at ?? starts;
  const roleOf = new Map(events.flatMap((event) => (event.type === 'seat-taken' ? [[event.seat, event.role]] : [])));
  const busy = new Map<RoleId, Span[]>(roles.map((role) => [role, []]));
  const asked = new Map<RoleId, number>();
  for (const { from, at, refused, takes = MINUTE } of commands) {
    const role = roleOf.get(from);
    if (role === undefined || refused !== undefined) continue;
    busy.get(role)?.push([at, at + takes]);
    asked.set(role, (asked.get(role) ?? 0) + 1);
  }
  for (const event of events)
    if (event.type === 'travel-started' || event.type === 'search-started')
      busy.get(event.by)?.push([event.at, event.due]);
  return roles.map((role) => {
    const spans = joined(busy.get(role) ?? [], ends);
    return {
      role,
      minutes: Math.round(spans.reduce((sum, [from, to]) => sum + (to - from), 0) / MINUTE),
      commands: asked.get(role) ?? 0,
      idle: idleStretches(spans, starts, ends),
    };
  });
}

/** Spans that overlap become one; nothing counts after the end. */
function joined(spans: readonly Span[], ends: CaseMs): Span[] {
  const found: Span[] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    const until = Math.min(to, ends);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else if (from < until) found.push([from, until]);
  }
  return found;
}

function idleStretches(spans: readonly Span[], starts: CaseMs, ends: CaseMs): boolean[] {
  const idle = Array.from({ length: Math.floor((ends - starts) / STRETCH) }, () => true);
  for (const [from, to] of spans)
    for (let at = Math.floor((from - starts) / STRETCH); starts + at * STRETCH < to && at < idle.length; at += 1)
      idle[at] = false;
  return idle;
}
