/** Work and idle time of each desk in a play. */
import type { BotCommand } from '../bots/play-bots.ts';
import type { Event } from '../exercise/events.ts';
import type { RoleId } from '../exercise/ids.ts';
import { type CaseMs, MINUTE } from '../time.ts';

/** Length of a stretch; a desk is idle in a stretch if it neither works nor travels. */
export const STRETCH_MS = 10 * MINUTE;

export interface DeskWork {
  role: RoleId;
  /** Case minutes of work, travel and searches, with overlaps counted once. */
  minutes: number;
  commands: number;
  /** By stretch from the start: true if the desk was idle. */
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

/** Merges overlapping spans; nothing counts after the end. */
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
  const idle = Array.from({ length: Math.floor((ends - starts) / STRETCH_MS) }, () => true);
  for (const [from, to] of spans)
    for (let at = Math.floor((from - starts) / STRETCH_MS); starts + at * STRETCH_MS < to && at < idle.length; at += 1)
      idle[at] = false;
  return idle;
}
