/** One person in the charging table: charges, the decision not to charge, protective measures. */
import { Bdi, Button, Card, CaseTime, Chip, PersonFace, Prose, useT } from '../../kit/index.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { ChargeMatrix } from './charge-matrix.tsx';
import type { OpenForm } from './index.tsx';
import { Measures } from './measures.tsx';
import type { ChargedPerson } from './selectors.ts';

interface PersonTableProps {
  row: ChargedPerson;
  law: Jurisdiction;
  mayCharge: boolean;
  onOpen: (form: OpenForm) => void;
}

export function PersonTable({ row, law, mayCharge, onOpen }: PersonTableProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { person } = row;
  const status = seat.world.people[person]?.status;
  return (
    <div class="ch-person">
      <Card
        level={2}
        title={
          <span class="row">
            <PersonFace person={person} size={40} />
            <Bdi>{names.person(person)}</Bdi>
          </span>
        }
        aside={status && <Chip>{t(`status.${status}`)}</Chip>}
      >
        {row.charges.length === 0 && !row.noCharge && <p class="dim">{t('charging.nothing')}</p>}
        {row.charges.map(({ id, charge }) => (
          <ChargeMatrix
            key={id}
            id={id}
            charge={charge}
            law={law}
            mayCharge={mayCharge}
            onEdit={() => onOpen({ form: 'charge', person, charge: id })}
          />
        ))}
        {row.noCharge && (
          <div class="ch-none stack tight">
            <p class="row tight">
              <Chip tone="good">{t('charging.noChargeMade')}</Chip>
              <span class="dim small">
                {names.role(row.noCharge.by)}, <CaseTime at={row.noCharge.at} />
              </span>
            </p>
            <p class="small">{t('charging.npShown', { state: t(`charging.np.${row.noCharge.nonPunishment}`) })}</p>
            <Prose text={seat.textOf(row.noCharge.reason)} />
          </div>
        )}
        <Measures person={person} measures={row.measures} law={law} mayAsk={mayCharge} />
        {mayCharge && (
          <div class="row no-print">
            <Button kind="quiet" onClick={() => onOpen({ form: 'charge', person })}>
              {t('charging.add')}
            </Button>
            <Button kind="quiet" onClick={() => onOpen({ form: 'no-charge', person })}>
              {t('charging.noCharge')}
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}
