/** Protection during the operation: services asked to stand by, confirmations, and beds. */
import { Bdi, Button, Card, Chip, Select, useT, Waiting } from '../../kit/index.ts';
import { useState } from 'preact/hooks';
import type { OperationState } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useGivesBeds, useServices } from '../work/directory.ts';
import { useSend } from '../work/use-send.ts';
import { bedsStandingBy } from './selectors.ts';

interface StandbyProps {
  id: string;
  operation: OperationState;
  beds: number;
  open: boolean;
}

export function Standby({ id, operation, beds, open }: StandbyProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const services = useServices();
  const { busy, send } = useSend();
  const [service, setService] = useState('');
  const asked = Object.entries(operation.standby);
  const runsIt = (each: string): boolean => services.find((entry) => entry.id === each)?.runBy === seat.role;
  return (
    <Card level={2} title={t('plan.standby')}>
      <p class="dim small">{t('plan.standbyHint')}</p>
      {asked.length === 0 && <p>{t('plan.standbyNone')}</p>}
      <ul class="plain stack">
        {asked.map(([each, state]) => (
          <li key={each} class="spread">
            <Bdi>{names.service(each)}</Bdi>
            <Chip tone={state === 'confirmed' ? 'good' : 'due'}>{t(`plan.standbyState.${state}`)}</Chip>
            {open && state === 'asked' && runsIt(each) && (
              <Button busy={busy} onClick={() => send({ type: 'confirm-standby', operation: id, service: each })}>
                {t('plan.standbyConfirm')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Beds operation={operation} beds={beds} />
      {open && (
        <div class="stack no-print">
          <Select
            label={t('plan.standbyAsk')}
            empty={t('choose')}
            options={services
              .filter((entry) => operation.standby[entry.id] === undefined)
              .map((entry) => ({ value: entry.id, label: entry.name }))}
            value={service}
            onChange={setService}
          />
          <div>
            <Button
              kind="quiet"
              busy={busy}
              disabled={service === ''}
              onClick={() => send({ type: 'ask-standby', operation: id, service }, () => setService(''))}
            >
              {t('plan.standbyAskSubmit')}
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}

function Beds({ operation, beds }: { operation: OperationState; beds: number }) {
  const seat = useSeat();
  const t = useT('work');
  const givesBeds = useGivesBeds(operation);
  if (beds === 0) return null;
  if (!givesBeds) return <Waiting />;
  const have = bedsStandingBy(seat.world, operation, givesBeds);
  return (
    <div class="stack tight">
      <h3>{t('plan.beds')}</h3>
      <p>{t('plan.bedsText', { count: beds })}</p>
      {have === undefined ? (
        <p class="dim small">{t('plan.bedsUnknown')}</p>
      ) : (
        <p>
          <Chip tone={have >= beds ? 'good' : 'due'}>{t('plan.bedsHave', { have, expected: beds })}</Chip>
        </p>
      )}
    </div>
  );
}
