/** Which act of a desk each event of a log stems from: at once, or through the timers that the act set. */
import type { Event } from '../exercise/events.ts';
import type { CaseMs } from '../time.ts';

interface Act {
  seat: string;
  /** The number of its first event. */
  seq: number;
}

/**
 * For each event that an act of a desk brought about, the number of the first event of that act. Events of the case and of
 * the trainer stem from no act. What one seat does at one moment counts as one act, because the log does not separate a
 * command from the next one.
 */
export function actsBehind(events: readonly Event[]): ReadonlyMap<number, number> {
  const behind = new Map<number, number>();
  const timers = new Map<string, { due: CaseMs; act: Act | undefined }>();
  let current: Act | undefined;
  let now: CaseMs | undefined;
  for (const event of events) {
    if (event.at !== now) current = undefined;
    now = event.at;
    if (event.type === 'timer-cleared') {
      const timer = timers.get(event.timer);
      // A timer that ran; one that is cleared before its time belongs to the act that cleared it.
      if (timer?.due === event.at) current = timer.act;
      timers.delete(event.timer);
    }
    current = actAfter(current, event);
    if (event.type === 'timer-set') timers.set(event.timer, { due: event.due, act: current });
    if (current) behind.set(event.seq, current.seq);
  }
  return behind;
}

function actAfter(current: Act | undefined, event: Event): Act | undefined {
  if (!('seat' in event) || event.seat === undefined || event.type.startsWith('seat-')) return current;
  return current?.seat === event.seat ? current : { seat: event.seat, seq: event.seq };
}

/**
 * True if one of these events repairs: it stems from an act of a desk that began after the undoing. So consequences of the
 * undoing repair nothing, nor do states and times.
 */
export const isRepair = (
  undone: { seq: number },
  counted: readonly number[],
  behind: ReadonlyMap<number, number>,
): boolean => counted.some((seq) => (behind.get(seq) ?? 0) > undone.seq);
