import { useT } from '../../../i18n/index.ts';
import { Card, CaseTime, Chip, Deadline } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';

/** The legal deadlines that run for this person, as far as this desk knows them. */
export function Clocks({ person }: { person: string }) {
  const t = useT('people');
  const { world } = useSeat();
  const names = useNames();
  const clocks = Object.entries(world.duties).filter(([, duty]) => duty.person === person);
  if (clocks.length === 0) return null;
  return (
    <Card level={2} title={t('clocks')}>
      <ul class="plain stack tight">
        {clocks.map(([id, duty]) => (
          <li key={id} class="spread">
            <span>{names.duty(duty.duty)}</span>
            {duty.state === 'open' ? (
              <Deadline due={duty.due} />
            ) : (
              <Chip tone={duty.state === 'met' ? 'good' : 'alert'}>
                {t(`clock.${duty.state}`)}
                {duty.state !== 'met' && (
                  <>
                    {' '}
                    <CaseTime at={duty.due} short />
                  </>
                )}
              </Chip>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
