/**
 * Case time: the only clock the core knows.
 *
 * A `CaseMs` is a number of milliseconds since midnight before day 1 of the case, so `day 1 08:30` is 30,600,000.
 * A duration is a plain number of milliseconds too. Nothing here knows wall time (architecture, section 6).
 */
export type CaseMs = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const DURATION = /^(?:(\d+)d)?\s*(?:(\d+)h)?\s*(?:(\d+)m)?$/;
const CASE_TIME = /^day (\d+) (\d{1,2}):(\d{2})$/;

/** Reads `40m`, `2h`, `1h 30m`, `2d`. Returns milliseconds, or undefined if the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text.trim());
  if (!match || text.trim() === '') return undefined;
  const [, days, hours, minutes] = match;
  return Number(days ?? 0) * DAY + Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE;
}

/** Reads `day 2 08:30`. Returns case time, or undefined if the text is no case time. */
export function parseCaseTime(text: string): CaseMs | undefined {
  const match = CASE_TIME.exec(text.trim());
  if (!match) return undefined;
  const [day, hour, minute] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (day < 1 || hour > 23 || minute > 59) return undefined;
  return (day - 1) * DAY + hour * HOUR + minute * MINUTE;
}

/** Formats case time the way authors write it: `day 2 08:30`. */
export function formatCaseTime(at: CaseMs): string {
  const { day, hour, minute } = caseClock(at);
  return `day ${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Formats a duration the way authors write it: `1h 30m`. Seconds are rounded to the nearest minute. */
export function formatDuration(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h ${rest}m`;
}

/** Splits case time into day (from 1), hour and minute. */
export function caseClock(at: CaseMs): { day: number; hour: number; minute: number } {
  const day = Math.floor(at / DAY) + 1;
  const rest = at - (day - 1) * DAY;
  return { day, hour: Math.floor(rest / HOUR), minute: Math.floor((rest % HOUR) / MINUTE) };
}
