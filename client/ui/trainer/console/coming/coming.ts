/** The plan of the trainer: the authored injects, joined with their current state. */
import type { ComingInject } from '../../../../../shared/console/console.ts';
import type { World } from '../../../../../shared/exercise/world.ts';
import { MINUTE } from '../../../../../shared/time.ts';
import type { CaseMs } from '../../../../../shared/time.ts';

export type InjectStatus = 'planned' | 'due' | 'waiting' | 'pocket' | 'held' | 'fired' | 'skipped';

export interface PlannedInject extends ComingInject {
  status: InjectStatus;
  /** When the inject fires or fired; undefined if that is unknown. */
  time: CaseMs | undefined;
  /** The expected answer: open, met or missed, and until when. */
  answer?: { until: CaseMs | undefined; state: 'open' | 'met' | 'missed' };
}

/** All injects with their state, in the order of their time. */
export function planOf(injects: readonly ComingInject[], world: World): PlannedInject[] {
  return injects.map((inject) => withState(inject, world)).sort((a, b) => (a.time ?? Infinity) - (b.time ?? Infinity));
}

function withState(inject: ComingInject, world: World): PlannedInject {
  const state = world.injects[inject.inject];
  const timer = Object.values(world.timers).find((t) => t.action.do === 'inject' && t.action.inject === inject.inject);
  const time = state?.firedAt ?? timer?.due ?? inject.at;
  return {
    ...inject,
    status: statusOf(inject, state, timer !== undefined),
    time,
    ...(state?.firedAt !== undefined && inject.expects
      ? {
          answer: {
            until: state.due,
            state: state.met ? ('met' as const) : state.missed ? ('missed' as const) : ('open' as const),
          },
        }
      : {}),
  };
}

function statusOf(inject: ComingInject, state: World['injects'][string] | undefined, hasTimer: boolean): InjectStatus {
  if (state?.firedAt !== undefined) return 'fired';
  if (state?.skipped) return 'skipped';
  if (state?.held) return 'held';
  if (hasTimer && inject.at === undefined) return 'due';
  if (inject.at !== undefined) return 'planned';
  return inject.pocket ? 'pocket' : 'waiting';
}

const OPEN: readonly InjectStatus[] = ['planned', 'due', 'held'];

/** The inject for the keys `N` and `H`: the first with a time that has not fired. */
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

/** The visible span of case time: some of the past, and at least two hours or the next four injects. */
export function spanOf(plan: readonly PlannedInject[], now: CaseMs): Span {
  const times = plan
    .filter((i) => i.time !== undefined && i.time > now && OPEN.includes(i.status))
    .map((i) => i.time ?? now);
  const ahead = Math.max(now + 120 * MINUTE, times[Math.min(3, times.length - 1)] ?? 0);
  const length = ahead - now;
  return { from: now - length * 0.28, to: ahead + length * 0.12 };
}

/**
 * Places the injects of a span into lanes by receiver, and into rows so that none overlaps. A past inject is placed only if it needs
 * no additional row, because the log shows it anyway. `width`: the share of the lane that an inject takes.
 */
export function lanesOf(plan: readonly PlannedInject[], span: Span, width: number): Lane[] {
  const lanes = new Map<string, Lane>();
  const drawn = plan.filter(
    (inject) => inject.time !== undefined && inject.time >= span.from && inject.time <= span.to,
  );
  const isPast = (inject: PlannedInject): boolean => inject.status === 'fired' || inject.status === 'skipped';
  for (const inject of [...drawn.filter((inject) => !isPast(inject)), ...drawn.filter(isPast).reverse()]) {
    const name = inject.to.length === 1 ? (inject.to[0] ?? 'everyone') : 'everyone';
    const lane = lanes.get(name) ?? { lane: name, injects: [], rows: 1 };
    const start = Math.min(((inject.time ?? 0) - span.from) / (span.to - span.from), 1 - width);
    const taken = new Set(
      lane.injects.filter((other) => Math.abs(other.start - start) < width).map((other) => other.row),
    );
    let row = 0;
    while (taken.has(row)) row += 1;
    if (isPast(inject) && row >= lane.rows) continue;
    lane.injects.push({ inject, start, row });
    lane.rows = Math.max(lane.rows, row + 1);
    lanes.set(name, lane);
  }
  return [...lanes.values()].sort((a, b) => Number(a.lane === 'everyone') - Number(b.lane === 'everyone'));
}
