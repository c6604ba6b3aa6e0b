/** Deadlines to choose from: steps from now, and the next mornings. Case time, pure. */
import { DAY, HOUR, MINUTE, type CaseMs } from '../../../../shared/time.ts';

export interface DueChoice {
  at: CaseMs;
  /** The key of the label in the interface texts, and its number. */
  label: 'minutes' | 'hours' | 'morning';
  count: number;
}

const MORNING = 8 * HOUR;

/** The deadlines after `now`, soonest first, rounded up to five minutes. */
export function dueChoices(now: CaseMs): DueChoice[] {
  const base = Math.ceil(now / (5 * MINUTE)) * 5 * MINUTE;
  const midnight = Math.floor(now / DAY) * DAY;
  const soon: DueChoice[] = [
    { at: base + 30 * MINUTE, label: 'minutes', count: 30 },
    { at: base + HOUR, label: 'hours', count: 1 },
    { at: base + 2 * HOUR, label: 'hours', count: 2 },
    { at: base + 4 * HOUR, label: 'hours', count: 4 },
    { at: base + 8 * HOUR, label: 'hours', count: 8 },
  ];
  const mornings: DueChoice[] = [1, 2, 7].map((days) => ({
    at: midnight + days * DAY + MORNING,
    label: 'morning',
    count: days,
  }));
  return [...soon, ...mornings].sort((a, b) => a.at - b.at);
}
