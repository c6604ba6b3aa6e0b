/** Choosing the evidence for one element: what this desk marked for it on the board first, the rest on demand. */
import { useState } from 'preact/hooks';
import { Button, Checks, useT } from '../../kit/index.ts';
import { useSeat } from '../../seat.ts';
import { useNames } from '../work/use-names.ts';
import { evidenceChoices, type Column } from './selectors.ts';

interface Props {
  person: string;
  column: Column;
  values: string[];
  onChange: (items: string[]) => void;
}

/** With this many items or fewer, all are shown at once. */
const FEW = 6;

export function EvidenceChecks({ person, column, values, onChange }: Props) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const [all, setAll] = useState(false);
  const choices = evidenceChoices(seat.world, seat.role, person, column);
  const first = choices.filter((choice) => choice.marked || values.includes(choice.item));
  const shown = all || choices.length <= FEW ? choices : first;
  const hidden = choices.length - shown.length;
  return (
    <div class="stack tight">
      <Checks
        label={t(`charging.column.${column}`)}
        hint={choices.length === 0 ? t('charging.noItems') : t(`charging.columnHint.${column}`)}
        options={shown.map((choice) => ({
          value: choice.item,
          label: names.item(choice.item),
          hint: choice.marked ? t('charging.marked') : undefined,
        }))}
        values={values}
        onChange={onChange}
        columns
      />
      {hidden > 0 && (
        <div>
          <Button kind="quiet" size="small" onClick={() => setAll(true)}>
            {t('charging.showAll', { count: hidden })}
          </Button>
        </div>
      )}
    </div>
  );
}
