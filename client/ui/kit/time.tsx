/** Case times and deadlines. */
import type { CaseMs } from '../../../shared/time.ts';
import { MINUTE } from '../../../shared/time.ts';
import { formatCaseTime, formatClock, formatSpan } from '../../i18n/formats.ts';
import { useT } from '../../i18n/index.ts';
import { Chip } from './feedback.tsx';
import { useNow } from './hooks.ts';

/** Formats `Day 1 · 14:20`, or `14:20` if `short`. */
export function CaseTime({ at, short = false }: { at: CaseMs; short?: boolean | undefined }) {
  return <time class="num">{short ? formatClock(at) : formatCaseTime(at)}</time>;
}

/** The time left until a deadline: urgent within an hour, an alert afterwards. */
export function Deadline({ due, label }: { due: CaseMs; label?: string | undefined }) {
  const t = useT('common');
  const left = due - useNow();
  const text = left <= 0 ? t('time.late', { span: formatSpan(-left) }) : formatSpan(left);
  const tone = left <= 0 ? 'alert' : left <= 60 * MINUTE ? 'due' : 'plain';
  return (
    <Chip tone={tone} title={formatCaseTime(due)}>
      <span class="num">{label ? t('time.labelled', { label, span: text }) : text}</span>
    </Chip>
  );
}
