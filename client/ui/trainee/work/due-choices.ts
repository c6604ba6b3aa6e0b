/** Deadlines as options of a select, labelled with their case time. */
import { formatCaseTime } from '../../../i18n/formats.ts';
import { type Option, useNow, useT } from '../../kit/index.ts';
import { dueChoices } from './due.ts';

export { type DueChoice, dueChoices } from './due.ts';

/** `kept` is a deadline chosen earlier. It stays on offer while the steps from now move on. */
export function useDueChoices(kept?: string): Option[] {
  const t = useT('work');
  const options = dueChoices(useNow()).map(({ at, label, count }) => ({
    value: String(at),
    label: `${t(`due.${label}`, { count })} (${formatCaseTime(at)})`,
  }));
  const isOutdated = kept !== undefined && kept !== '' && !options.some((option) => option.value === kept);
  return isOutdated ? [{ value: kept, label: formatCaseTime(Number(kept)) }, ...options] : options;
}
