/** Deadlines as options of a select, with the case time of each in its label. */
import { formatCaseTime } from '../../../i18n/formats.ts';
import { type Option, useNow, useT } from '../../kit/index.ts';
import { dueChoices } from './due.ts';

export { type DueChoice, dueChoices } from './due.ts';

/** `kept` is a deadline chosen earlier: it stays on offer, as its case time, while the steps from now move on. */
export function useDueChoices(kept?: string): Option[] {
  const t = useT('work');
  const options = dueChoices(useNow()).map(({ at, label, count }) => ({
    value: String(at),
    label: `${t(`due.${label}`, { count })} (${formatCaseTime(at)})`,
  }));
  const lost = kept !== undefined && kept !== '' && !options.some((option) => option.value === kept);
  return lost ? [{ value: kept, label: formatCaseTime(Number(kept)) }, ...options] : options;
}
