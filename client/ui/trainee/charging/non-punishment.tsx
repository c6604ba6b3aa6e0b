/** The non-punishment check of a person: victims are not punished for what follows directly from being trafficked. */
import { Radios, useT } from '../../kit/index.ts';
import type { NonPunishment } from '../../../../shared/vocabulary/enums.ts';

const STATES: readonly NonPunishment[] = ['not-checked', 'checked-applies', 'checked-does-not-apply'];

export function NonPunishmentCheck({
  value,
  onChange,
}: {
  value: NonPunishment;
  onChange: (value: NonPunishment) => void;
}) {
  const t = useT('work');
  return (
    <Radios
      label={t('charging.nonPunishment')}
      hint={t('charging.nonPunishmentHint')}
      options={STATES.map((state) => ({ value: state, label: t(`charging.np.${state}`) }))}
      value={value}
      onChange={(chosen) => onChange(STATES.find((state) => state === chosen) ?? 'not-checked')}
    />
  );
}
