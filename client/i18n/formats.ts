/** Formats numbers, times and lists for the reader's language. Case time is never a calendar date: a case counts days. */
import { DAY, HOUR, MINUTE, caseClock, type CaseMs } from '../../shared/time.ts';
import { preferences } from '../device/preferences.ts';
import { PSEUDO, screenLanguage, translate } from './index.ts';

const locale = (): string => (screenLanguage.value === PSEUDO ? 'ar' : screenLanguage.value);

export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locale(), options).format(value);
export const formatPercent = (share: number): string =>
  formatNumber(share, { style: 'percent', maximumFractionDigits: 0 });
export const formatList = (parts: string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
  new Intl.ListFormat(locale(), { type }).format(parts);
/** A date and time of the real world (reports, class lists). */
export const formatDateTime = (iso: string | number | Date): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** A date of the real world. */
export const formatDate = (iso: string | number | Date): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(iso));

/** `14:20`, or `8:20 day` on the clock that counts hours from sunrise. */
export function formatClock(at: CaseMs): string {
  const { hour, minute } = caseClock(at);
  const two = (value: number): string => formatNumber(value, { minimumIntegerDigits: 2 });
  if (preferences.value.clock === 'civil') return `${two(hour)}:${two(minute)}`;
  const six = (hour + 6) % 12 || 12;
  return `${formatNumber(six)}:${two(minute)} ${translate('common', hour >= 6 && hour < 18 ? 'time.dayHours' : 'time.nightHours')}`;
}

/** `Day 1 · 14:20` */
export const formatCaseTime = (at: CaseMs): string =>
  translate('common', 'time.case', { day: caseClock(at).day, clock: formatClock(at) });

/** A duration in case time: `18 min`, `2 h 5 min`, `3 days`. Minutes are rounded up. */
export function formatSpan(ms: number): string {
  const minutes = Math.max(0, Math.ceil(ms / MINUTE));
  const unit = (value: number, name: 'minute' | 'hour' | 'day'): string =>
    formatNumber(value, { style: 'unit', unit: name, unitDisplay: name === 'day' ? 'long' : 'short' });
  if (minutes < 60) return unit(minutes, 'minute');
  const all = minutes * MINUTE;
  if (all >= 2 * DAY) return unit(Math.round(all / DAY), 'day');
  const hours = Math.floor(all / HOUR);
  const rest = minutes - hours * 60;
  return rest === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`;
}
