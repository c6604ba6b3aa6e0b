/** The manner of a simulated desk towards other desks. The author's choice is the default. */
import { MANNERS, type Manner } from '../../../../shared/vocabulary/enums.ts';
import { Select, useT } from '../../kit/index.ts';

interface MannerFieldProps {
  label: string;
  /** Undefined if several desks differ. */
  value: Manner | undefined;
  onChange: (manner: Manner) => void;
  /** Omits the hint, for several fields in a row. */
  plain?: boolean;
}

export function MannerField({ label, value, onChange, plain = false }: MannerFieldProps) {
  const t = useT('trainer');
  const choose = (chosen: string): void => {
    const manner = MANNERS.find((each) => each === chosen);
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
