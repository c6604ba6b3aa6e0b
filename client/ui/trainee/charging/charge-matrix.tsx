/** One charge as a table of elements and evidence. It marks missing evidence and evidence from a single person. */
import { useState } from 'preact/hooks';
import { Bdi, Button, Chip, Dialog, Notice, Prose, useT } from '../../kit/index.ts';
import { formatList } from '../../../i18n/formats.ts';
import type { Charge } from '../../../../shared/exercise/world.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import {
  COLUMNS,
  emptyColumns,
  evidenceOf,
  neededColumns,
  singleSource,
  type Column,
  type Offence,
} from './selectors.ts';

interface ChargeMatrixProps {
  id: string;
  charge: Charge;
  law: Jurisdiction;
  mayCharge: boolean;
  onEdit: () => void;
}

const TONES = { draft: 'due', filed: 'good', dropped: 'plain' } as const;

export function ChargeMatrix({ id, charge, law, mayCharge, onEdit }: ChargeMatrixProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const offence = law.offences[charge.offence];
  const draft = charge.state === 'draft';
  return (
    <section class="ch-charge" data-state={charge.state}>
      <div class="spread">
        <h3>{names.offence(charge.offence)}</h3>
        <Chip tone={TONES[charge.state]}>{t(`charging.state.${charge.state}`)}</Chip>
      </div>
      <p class="dim small">{offence?.section}</p>
      {charge.state !== 'dropped' && (
        <>
          <dl class="ch-matrix" aria-label={t('charging.table')}>
            {COLUMNS.map((column) => (
              <Cell key={column} column={column} charge={charge} offence={offence} />
            ))}
          </dl>
          {charge.child && offence?.['child-rule'] === true && <p class="small">{t('charging.childRule')}</p>}
          <p class="row tight">
            <Chip tone={charge.nonPunishment === 'not-checked' ? 'due' : 'plain'}>
              {t('charging.npShown', { state: t(`charging.np.${charge.nonPunishment}`) })}
            </Chip>
            {charge.remedies.map((remedy) => (
              <Chip key={remedy}>{law.remedies[remedy] ?? remedy}</Chip>
            ))}
          </p>
          {charge.reason !== undefined && <Prose text={seat.textOf(charge.reason)} />}
        </>
      )}
      {draft && mayCharge && <DraftActions id={id} charge={charge} offence={offence} onEdit={onEdit} />}
    </section>
  );
}

function Cell({ column, charge, offence }: { column: Column; charge: Charge; offence: Offence | undefined }) {
  const t = useT('work');
  const names = useNames();
  const sourceOf = useSources();
  const evidence = evidenceOf(charge);
  const items = evidence[column];
  const only = singleSource(evidence, sourceOf, column);
  const why = offence && !offence.elements.includes(column) ? 'charging.notElement' : 'charging.notNeeded';
  const needed = neededColumns(offence, charge.child).includes(column);
  return (
    <div class="ch-cell" data-missing={needed && items.length === 0}>
      <dt>
        <strong>{t(`charging.column.${column}`)}</strong>{' '}
        <span class="dim small">{t(`charging.columnHint.${column}`)}</span>
      </dt>
      <dd>
        {items.length > 0 && (
          <ul class="ch-items">
            {items.map((item) => (
              <li key={item}>
                <Bdi>{names.item(item)}</Bdi>
              </li>
            ))}
          </ul>
        )}
        {items.length === 0 &&
          (needed ? <Chip tone="due">{t('charging.missing')}</Chip> : <span class="dim small">{t(why)}</span>)}
        {only !== undefined && (
          <p>
            <Chip tone="due">{t('charging.oneSource', { person: names.person(only) })}</Chip>
          </p>
        )}
      </dd>
    </div>
  );
}

function DraftActions({
  id,
  charge,
  offence,
  onEdit,
}: {
  id: string;
  charge: Charge;
  offence: Offence | undefined;
  onEdit: () => void;
}) {
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const [confirming, setConfirming] = useState(false);
  return (
    <div class="row no-print">
      <Button onClick={() => setConfirming(true)}>{t('charging.file')}</Button>
      <Button kind="quiet" onClick={onEdit}>
        {t('edit')}
      </Button>
      <Button kind="danger" busy={busy} onClick={() => send({ type: 'drop-charge', charge: id })}>
        {t('charging.drop')}
      </Button>
      <Dialog
        open={confirming}
        title={t('charging.fileTitle')}
        onClose={() => setConfirming(false)}
        footer={
          <Button busy={busy} onClick={() => send({ type: 'file-charge', charge: id }, () => setConfirming(false))}>
            {t('charging.file')}
          </Button>
        }
      >
        <p>{t('charging.fileText', { person: names.person(charge.person), offence: names.offence(charge.offence) })}</p>
        <FilingWarnings charge={charge} offence={offence} />
      </Dialog>
    </div>
  );
}

/** Warnings before filing. They do not prevent it. */
function FilingWarnings({ charge, offence }: { charge: Charge; offence: Offence | undefined }) {
  const t = useT('work');
  const names = useNames();
  const evidence = evidenceOf(charge);
  const missing = emptyColumns(offence, charge.child, evidence);
  const only = singleSource(evidence, useSources());
  const warnings = [
    missing.length > 0 &&
      t('charging.missingAll', { elements: formatList(missing.map((column) => t(`charging.column.${column}`))) }),
    only !== undefined && t('charging.oneSourceAll', { person: names.person(only) }),
    charge.nonPunishment === 'not-checked' && t('charging.notChecked'),
  ].filter((warning): warning is string => typeof warning === 'string');
  if (warnings.length === 0) return null;
  return (
    <Notice tone="due" title={t('charging.fileWarn')}>
      <ul class="work-list">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The person who is the source of an item: two items of one person do not corroborate each other. */
function useSources(): (item: string) => string | undefined {
  const seat = useSeat();
  return (item) => seat.card(`item:${item}`)?.facts?.source;
}
