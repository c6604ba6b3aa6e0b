/**
 * Ratings cover acts of people only. Acts of a simulated desk rate no one; an omission counts if a person sat at one of
 * the task's desks when its time ran out. Figures of the case (people referred, elements proved) stay whole, because
 * they describe the outcome for the people in it.
 */
import type { Event } from '../exercise/events.ts';
import type { RoleId, SeatId } from '../exercise/ids.ts';
import type { CaseMs } from '../time.ts';
import type { RedLineMark, TaskMark } from './debrief.ts';

interface SeatPeriod {
  seat: SeatId;
  role: RoleId;
  simulated: boolean;
  from: CaseMs;
  /** When the seat was left; infinite if it never was. */
  to: CaseMs;
}

export interface SeatHistory {
  /** Desks that were simulated for some time. */
  readonly desks: RoleId[];
  /** True if a simulated desk did this. */
  isSimulatedAct(event: { seat?: SeatId | undefined } | undefined): boolean;
  /** True if at that time a simulation and no person sat at these desks (an empty list means all desks). */
  wasLeftToSimulation(desks: readonly RoleId[], at: CaseMs): boolean;
}

/** Who sat at which desk, from the log. */
export function seatHistoryOf(events: readonly Event[]): SeatHistory {
  const sittings: SeatPeriod[] = [];
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
  const anyThen = (among: readonly SeatPeriod[], desks: readonly RoleId[], at: CaseMs): boolean =>
    among.some(({ role, from, to }) => (desks.length === 0 || desks.includes(role)) && from <= at && at <= to);
  return {
    desks: [...new Set(simulated.map(({ role }) => role))],
    isSimulatedAct: (event) => event?.seat !== undefined && seats.has(event.seat),
    wasLeftToSimulation: (desks, at) =>
      anyThen(simulated, desks, at) &&
      !anyThen(
        sittings.filter((one) => !one.simulated),
        desks,
        at,
      ),
  };
}

/** True if all acts among these log lines are acts of simulated desks; undefined if there are no acts. */
function actsWereSimulated(seqs: readonly number[], bySeq: BySeq, sittings: SeatHistory): boolean | undefined {
  const acts = seqs.flatMap((seq) => {
    const event = bySeq.get(seq);
    return event && 'seat' in event && event.seat !== undefined ? [event] : [];
  });
  return acts.length === 0 ? undefined : acts.every((event) => sittings.isSimulatedAct(event));
}

type BySeq = ReadonlyMap<number, Event>;

/** Marks the tasks that simulated desks decided. `endedAt`: from then on, an undone task stays undone. */
export function markTasks(
  tasks: readonly TaskMark[],
  events: readonly Event[],
  sittings: SeatHistory,
  endedAt: CaseMs,
): TaskMark[] {
  if (sittings.desks.length === 0) return [...tasks];
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  return tasks.map((task) => {
    const undone = task.result === 'missed';
    const settledAt = undone ? Math.min(task.dueAt ?? endedAt, endedAt) : (task.doneAt ?? endedAt);
    const acts = undone ? undefined : actsWereSimulated(task.evidence, bySeq, sittings);
    const simulated = task.result !== 'no-chance' && (acts ?? sittings.wasLeftToSimulation(task.desks, settledAt));
    return simulated ? { ...task, simulated: true } : task;
  });
}

/** Marks the red lines that simulated desks crossed. */
export function markRedLines(
  marks: readonly RedLineMark[],
  events: readonly Event[],
  sittings: SeatHistory,
): RedLineMark[] {
  if (sittings.desks.length === 0) return [...marks];
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  return marks.map((mark) => {
    const acts = actsWereSimulated(
      mark.evidence.filter((seq) => (bySeq.get(seq)?.at ?? 0) <= mark.at),
      bySeq,
      sittings,
    );
    const simulated = acts ?? sittings.wasLeftToSimulation(mark.desks, mark.at);
    return simulated ? { ...mark, simulated: true } : mark;
  });
}
