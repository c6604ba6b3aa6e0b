/** Formats a recorded step as one line of the page. */
import type { RecordedStep } from '../../shared/playthrough/record-playthrough.ts';
import type { StepLine } from '../../shared/preview/wire.ts';
import { formatCaseTime } from '../../shared/time.ts';

export const lineOf = ({ at, who, do: type, fields }: RecordedStep): StepLine => ({
  at,
  who,
  do: type,
  text: Object.entries(fields)
    .map(([field, value]) => `${field} ${wordsOf(field, value)}`)
    .join(' · '),
});

const wordsOf = (field: string, value: unknown): string =>
  (field === 'due' || field === 'until') && typeof value === 'number'
    ? formatCaseTime(value)
    : Array.isArray(value)
      ? value.join(', ')
      : String(value);
