import { useT } from '../../../i18n/index.ts';
import { Card, Deadline, LinkButton } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';

/** Where this person is and what they are doing. */
export function Whereabouts() {
  const t = useT('desk');
  const seat = useSeat();
  const names = useNames();
  const me = seat.world.seats[seat.seat];
  if (!me) return null;
  const busy = me.busy;
  return (
    <Card level={2} title={t('home.where')}>
      {busy ? (
        <p class="spread">
          <span>{t(`doing.${busy.doing}`, { place: names.place(busy.place) })}</span>
          <Deadline due={busy.due} />
        </p>
      ) : (
        <p>{me.at ? <bdi>{names.place(me.at)}</bdi> : t('unknown')}</p>
      )}
      <div class="row">
        <LinkButton href={me.at ? `/play/map/${me.at}` : '/play/map'} kind="quiet" size="small">
          {t('home.toPlace')}
        </LinkButton>
      </div>
    </Card>
  );
}
