/** Selects the evidence for one element. Items that the desk marked for it on the board come first; the others on request. */
import { useState } from 'preact/hooks';
import { Button, Checks, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { evidenceChoices, type Column } from './selectors.ts';

interface EvidenceChecksProps {
  person: string;
  column: Column;
  values: string[];
  onChange: (items: string[]) => void;
}

/** Up to this number, all items are shown at once. */
const MAX_SHOWN_AT_ONCE = 6;

export function EvidenceChecks({ person, column, values, onChange }: EvidenceChecksProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const [all, setAll] = useState(false);
  const choices = evidenceChoices(seat.world, seat.role, person, column);
  const first = choices.filter((choice) => choice.marked || values.includes(choice.item));
  const shown = all || choices.length <= MAX_SHOWN_AT_ONCE ? choices : first;
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
