/** Protective measures of the law pack: those requested, and a form to request one. */
import { useState } from 'preact/hooks';
import { Button, Chip, Select, useT } from '../../kit/index.ts';
import type { World } from '../../../../shared/exercise/world.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import { useSend } from '../work/use-send.ts';

export function Measures({
  person,
  measures,
  law,
  mayAsk,
}: {
  person: string;
  measures: World['measures'];
  law: Jurisdiction;
  mayAsk: boolean;
}) {
  const t = useT('work');
  const { busy, send } = useSend();
  const [kind, setKind] = useState('');
  const open = Object.entries(law['protective-measures']).filter(
    ([id]) => !measures.some((measure) => measure.kind === id),
  );
  if (measures.length === 0 && !mayAsk) return null;
  return (
    <details class="more" open={measures.length > 0}>
      <summary>{t('charging.measures')}</summary>
      <div class="stack">
        {measures.length === 0 && <p class="dim">{t('charging.measuresNone')}</p>}
        <p class="row tight">
          {measures.map((measure) => (
            <Chip key={measure.kind} tone="good">
              {law['protective-measures'][measure.kind] ?? measure.kind}
            </Chip>
          ))}
        </p>
        {mayAsk && open.length > 0 && (
          <div class="ch-measure no-print">
            <Select
              label={t('charging.measureAdd')}
              empty={t('choose')}
              options={open.map(([value, label]) => ({ value, label }))}
              value={kind}
              onChange={setKind}
            />
            <Button
              kind="quiet"
              busy={busy}
              disabled={kind === ''}
              onClick={() => send({ type: 'ask-protective-measure', person, kind }, () => setKind(''))}
            >
              {t('charging.measureSubmit')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
