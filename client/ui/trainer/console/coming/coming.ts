/** The trainer's plan: what the author wrote about each inject, joined with what became of it. */
import type { ComingInject } from '../../../../../shared/console/console.ts';
import type { World } from '../../../../../shared/exercise/world.ts';
import { MINUTE } from '../../../../../shared/time.ts';
import type { CaseMs } from '../../../../../shared/time.ts';

export type InjectStatus = 'planned' | 'due' | 'waiting' | 'pocket' | 'held' | 'fired' | 'skipped';

export interface PlannedInject extends ComingInject {
  status: InjectStatus;
  /** When it comes or came; undefined where nobody can say. */
  time: CaseMs | undefined;
  /** What was expected in answer: still open until, met or missed. */
  answer?: { until: CaseMs | undefined; state: 'open' | 'met' | 'missed' };
}

/** Every inject with its state, fired ones by when they came, the rest by when they will. */
export function planOf(injects: readonly ComingInject[], world: World): PlannedInject[] {
  return injects.map((inject) => withState(inject, world)).sort((a, b) => (a.time ?? Infinity) - (b.time ?? Infinity));
}

function withState(inject: ComingInject, world: World): PlannedInject {
  const seen = world.injects[inject.inject];
  const timer = Object.values(world.timers).find((t) => t.action.do === 'inject' && t.action.inject === inject.inject);
  const time = seen?.firedAt ?? timer?.due ?? inject.at;
  return {
    ...inject,
    status: statusOf(inject, seen, timer !== undefined),
    time,
    ...(seen?.firedAt !== undefined && inject.expects
      ? {
          answer: {
            until: seen.due,
            state: seen.met ? ('met' as const) : seen.missed ? ('missed' as const) : ('open' as const),
          },
        }
      : {}),
  };
}

function statusOf(inject: ComingInject, seen: World['injects'][string] | undefined, timed: boolean): InjectStatus {
  if (seen?.firedAt !== undefined) return 'fired';
  if (seen?.skipped) return 'skipped';
  if (seen?.held) return 'held';
  if (timed && inject.at === undefined) return 'due';
  if (inject.at !== undefined) return 'planned';
  return inject.pocket ? 'pocket' : 'waiting';
}

const OPEN: readonly InjectStatus[] = ['planned', 'due', 'held'];

/** The inject that `N` offers and `H` holds: the first that has a time and has not come. */
export function nextInject(plan: readonly PlannedInject[]): PlannedInject | undefined {
  return (
    plan.find((inject) => inject.status !== 'held' && OPEN.includes(inject.status)) ??
    plan.find((i) => i.status === 'held')
  );
}

export interface Lane {
  lane: string;
  injects: { inject: PlannedInject; start: number; row: number }[];
  rows: number;
}

export interface Span {
  from: CaseMs;
  to: CaseMs;
}

/** The stretch of case time to draw: a little of the past, and at least two hours or the next four injects. */
export function spanOf(plan: readonly PlannedInject[], now: CaseMs): Span {
  const times = plan
    .filter((i) => i.time !== undefined && i.time > now && OPEN.includes(i.status))
    .map((i) => i.time ?? now);
  const ahead = Math.max(now + 120 * MINUTE, times[Math.min(3, times.length - 1)] ?? 0);
  const length = ahead - now;
  return { from: now - length * 0.28, to: ahead + length * 0.12 };
}

/**
 * Injects with a time in the span, one lane per receiver, laid in rows so that none covers another. What has come is
 * drawn only where it needs no row of its own: the log has it anyway. `width`: share of the lane a pill takes.
 */
export function lanesOf(plan: readonly PlannedInject[], span: Span, width: number): Lane[] {
  const lanes = new Map<string, Lane>();
  const drawn = plan.filter((one) => one.time !== undefined && one.time >= span.from && one.time <= span.to);
  const over = (inject: PlannedInject): boolean => inject.status === 'fired' || inject.status === 'skipped';
  for (const inject of [...drawn.filter((one) => !over(one)), ...drawn.filter(over).reverse()]) {
    const name = inject.to.length === 1 ? (inject.to[0] ?? 'everyone') : 'everyone';
    const lane = lanes.get(name) ?? { lane: name, injects: [], rows: 1 };
    const start = Math.min(((inject.time ?? 0) - span.from) / (span.to - span.from), 1 - width);
    const taken = new Set(
      lane.injects.filter((other) => Math.abs(other.start - start) < width).map((other) => other.row),
    );
    let row = 0;
    while (taken.has(row)) row += 1;
    if (over(inject) && row >= lane.rows) continue;
    lane.injects.push({ inject, start, row });
    lane.rows = Math.max(lane.rows, row + 1);
    lanes.set(name, lane);
  }
  return [...lanes.values()].sort((a, b) => Number(a.lane === 'everyone') - Number(b.lane === 'everyone'));
}
