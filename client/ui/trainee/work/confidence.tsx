/** The confidence of a desk in a decision. The debrief compares it with the outcome; it is never a penalty. */
import { Radios, useT } from '../../kit/index.ts';
import { RANKS, type Rank } from '../../../../shared/vocabulary/enums.ts';

export function Confidence({ value, onChange }: { value: Rank | ''; onChange: (value: Rank) => void }) {
  const t = useT('work');
  const choose = (chosen: string): void => {
    const rank = RANKS.find((each) => each === chosen);
    if (rank) onChange(rank);
  };
  return (
    <Radios
      label={t('confidence.label')}
      hint={t('confidence.hint')}
      options={RANKS.map((rank) => ({ value: rank, label: t(`rank.${rank}`) }))}
      value={value}
      onChange={choose}
      columns
    />
  );
}
