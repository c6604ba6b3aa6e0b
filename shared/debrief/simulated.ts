/**
 * People are rated for what people did. What a simulated desk did counts for nobody; what was left undone counts where a person
 * sat at one of the desks whose task it was when its time ran out. Figures of the case (who was referred, what is proved) stay
 * whole: they tell how it went for the people in it.
 */
import type { Event } from '../exercise/events.ts';
import type { RoleId, SeatId } from '../exercise/ids.ts';
import type { CaseMs } from '../time.ts';
import type { RedLineMark, TaskMark } from './debrief.ts';

interface Sitting {
  seat: SeatId;
  role: RoleId;
  simulated: boolean;
  from: CaseMs;
  /** When the seat was left; open where it never was. */
  to: CaseMs;
}

export interface Sittings {
  /** Desks that were simulated at some time. */
  readonly desks: RoleId[];
  /** True where a simulated desk did this. */
  acted(event: { seat?: SeatId | undefined } | undefined): boolean;
  /** True where it was up to simulated desks alone then: no person at any of these desks (of none: of all), one simulated. */
  leftTo(desks: readonly RoleId[], at: CaseMs): boolean;
}

/** Who sat where, read off the log. */
export function sittingsOf(events: readonly Event[]): Sittings {
  const sittings: Sitting[] = [];
  const leave = (seat: SeatId, at: CaseMs): void => {
    const last = sittings.findLast((one) => one.seat === seat);
    if (last) last.to = Math.min(last.to, at);
  };
  for (const event of events) {
    if (event.type === 'seat-freed' || event.type === 'seat-moved') leave(event.seat, event.at);
    if (event.type !== 'seat-taken' && event.type !== 'seat-moved') continue;
    const simulated = event.type === 'seat-taken' && event.simulated === true;
    sittings.push({ seat: event.seat, role: event.role, simulated, from: event.at, to: Number.POSITIVE_INFINITY });
  }
  const simulated = sittings.filter((one) => one.simulated);
  const seats = new Set(simulated.map(({ seat }) => seat));
  const anyThen = (among: readonly Sitting[], desks: readonly RoleId[], at: CaseMs): boolean =>
    among.some(({ role, from, to }) => (desks.length === 0 || desks.includes(role)) && from <= at && at <= to);
  return {
    desks: [...new Set(simulated.map(({ role }) => role))],
    acted: (event) => event?.seat !== undefined && seats.has(event.seat),
    leftTo: (desks, at) =>
      anyThen(simulated, desks, at) &&
      !anyThen(
        sittings.filter((one) => !one.simulated),
        desks,
        at,
      ),
  };
}

/** True where every act among these log lines was a simulated desk's; undefined where none was anybody's. */
function actsWereSimulated(seqs: readonly number[], bySeq: BySeq, sittings: Sittings): boolean | undefined {
  const acts = seqs.flatMap((seq) => {
    const event = bySeq.get(seq);
    return event && 'seat' in event && event.seat !== undefined ? [event] : [];
  });
  return acts.length === 0 ? undefined : acts.every((event) => sittings.acted(event));
}

type BySeq = ReadonlyMap<number, Event>;

/** Marks the tasks that were settled by simulated desks. `endedAt`: what is undone then stays undone. */
export function markTasks(
  tasks: readonly TaskMark[],
  events: readonly Event[],
  sittings: Sittings,
  endedAt: CaseMs,
): TaskMark[] {
  if (sittings.desks.length === 0) return [...tasks];
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  return tasks.map((task) => {
    const undone = task.result === 'missed';
    const settledAt = undone ? Math.min(task.dueAt ?? endedAt, endedAt) : (task.doneAt ?? endedAt);
    const acts = undone ? undefined : actsWereSimulated(task.evidence, bySeq, sittings);
    const simulated = task.result !== 'no-chance' && (acts ?? sittings.leftTo(task.desks, settledAt));
    return simulated ? { ...task, simulated: true } : task;
  });
}

/** Marks the red lines that simulated desks crossed. */
export function markRedLines(
  marks: readonly RedLineMark[],
  events: readonly Event[],
  sittings: Sittings,
): RedLineMark[] {
  if (sittings.desks.length === 0) return [...marks];
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  return marks.map((mark) => {
    const acts = actsWereSimulated(
      mark.evidence.filter((seq) => (bySeq.get(seq)?.at ?? 0) <= mark.at),
      bySeq,
      sittings,
    );
    const simulated = acts ?? sittings.leftTo(mark.desks, mark.at);
    return simulated ? { ...mark, simulated: true } : mark;
  });
}
