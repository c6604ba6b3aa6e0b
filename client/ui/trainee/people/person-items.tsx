import { INTERVIEW_POWERS } from '../../../../shared/vocabulary/enums.ts';
import { useT } from '../../../i18n/index.ts';
import { knownItems } from '../../../state/selectors.ts';
import { Card, LinkButton, Waiting } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';

/** Items about this person, and the way to the interviews. */
export function PersonItems({ person }: { person: string }) {
  const t = useT('people');
  const seat = useSeat();
  const names = useNames();
  const cards = knownItems(seat.world, seat.role).map((id) => ({ id, card: seat.card(`item:${id}`) }));
  const items = cards.filter(({ card }) => (card?.facts?.about ?? []).includes(person)).map(({ id }) => id);
  const isLoading = cards.some(({ card }) => card === undefined);
  const interviews = Object.entries(seat.world.interviews).filter(([, interview]) => interview.person === person);
  const mayAsk = INTERVIEW_POWERS.some(seat.can);
  if (items.length === 0 && interviews.length === 0 && !mayAsk) return null;
  return (
    <Card level={2} title={t('items.title')}>
      {items.length === 0 && (isLoading ? <Waiting /> : <p class="dim">{t('items.none')}</p>)}
      <ul class="plain row tight">
        {items.map((id) => (
          <li key={id}>
            <a class="chip tall" href={`/play/board/${id}`}>
              <bdi>{names.item(id)}</bdi>
            </a>
          </li>
        ))}
      </ul>
      {(mayAsk || interviews.length > 0) && (
        <p class="row">
          <span class="dim">{t('items.interviews', { count: interviews.length })}</span>
          <LinkButton href="/play/interviews" kind="quiet" size="small">
            {t('items.toInterviews')}
          </LinkButton>
        </p>
      )}
    </Card>
  );
}
