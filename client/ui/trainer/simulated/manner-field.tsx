/** The dial of a simulated desk: how it treats the others. Its author's wish comes first. */
import { MANNERS, type Manner } from '../../../../shared/vocabulary/enums.ts';
import { Select, useT } from '../../kit/index.ts';

interface Props {
  label: string;
  /** Undefined where several desks differ. */
  value: Manner | undefined;
  onChange: (manner: Manner) => void;
  /** Without the sentence that says what the choice means: where there are many dials in a row. */
  plain?: boolean;
}

export function MannerField({ label, value, onChange, plain = false }: Props) {
  const t = useT('trainer');
  const choose = (chosen: string): void => {
    const manner = MANNERS.find((one) => one === chosen);
    if (manner) onChange(manner);
  };
  return (
    <Select
      label={label}
      options={MANNERS.map((manner) => ({
        value: manner,
        label: t(`manner.${manner}`),
        hint: plain ? undefined : t(`mannerHint.${manner}`),
      }))}
      value={value ?? ''}
      onChange={choose}
      {...(value === undefined && { empty: t('manner.differ') })}
    />
  );
}
