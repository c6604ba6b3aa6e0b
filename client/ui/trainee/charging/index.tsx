/** The charging table: for each person the charges, their elements and evidence, and the non-punishment check. */
import '../../../styles/work.css';
import { useState } from 'preact/hooks';
import { EmptyState, Notice, useT, Waiting } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { PrintButton } from '../work/print-button.tsx';
import { ChargeForm } from './charge-form.tsx';
import { NoChargeForm } from './no-charge-form.tsx';
import { PersonTable } from './person-table.tsx';
import { chargingTable } from './selectors.ts';

/** The open form: a new or existing charge, or the decision not to charge. */
export type OpenForm =
  | { form: 'charge'; person: string; charge?: string | undefined }
  | { form: 'no-charge'; person: string };

export default function ChargingScreen() {
  const seat = useSeat();
  const t = useT('work');
  const [open, setOpen] = useState<OpenForm | undefined>();
  const { law } = seat;
  const rows = chargingTable(seat.world, seat.role);
  const mayCharge = seat.can('charge') && !seat.readOnly;
  const close = (): void => setOpen(undefined);
  if (!law) return <Waiting />;
  return (
    <div class="stack wide">
      <header class="spread">
        <div class="stack tight">
          <h1>{t('nav.charging')}</h1>
          <p class="dim">{t('charging.lead')}</p>
        </div>
        {rows.length > 0 && <PrintButton />}
      </header>
      {!seat.can('charge') && <Notice>{t('charging.noPower')}</Notice>}
      {rows.length === 0 && <EmptyState title={t('charging.emptyTitle')} text={t('charging.emptyText')} />}
      {rows.map((row) => (
        <PersonTable key={row.person} row={row} law={law} mayCharge={mayCharge} onOpen={setOpen} />
      ))}
      {open?.form === 'charge' && <ChargeForm law={law} person={open.person} charge={open.charge} onClose={close} />}
      {open?.form === 'no-charge' && <NoChargeForm person={open.person} onClose={close} />}
    </div>
  );
}
