import { useEffect } from 'preact/hooks';
import { formatSpan } from '../../../i18n/formats.ts';
import { useT } from '../../../i18n/index.ts';
import { knownItems, peopleAt, seatsAt } from '../../../state/selectors.ts';
import { Button, Card, Chip, Deadline, Notice, Prose, Waiting } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { PersonLine } from '../people/person-line.tsx';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { travelTime } from './travel-time.ts';

/** One place: description, people, items found there, and the actions travel and search. */
export function PlacePage({ place }: { place: string }) {
  const t = useT('desk');
  const seat = useSeat();
  const names = useNames();
  const card = seat.card(`place:${place}`);
  useEffect(() => {
    seat.markSeen(`place:${place}`);
    seat.select({ ...seat.state.selection, place });
  }, [place]);
  if (!card) return <Waiting />;
  const people = peopleAt(seat.world, seat.role, place);
  const items = knownItems(seat.world, seat.role).filter((id) => seat.world.items[id]?.place === place);
  const colleagues = seatsAt(seat.world, place).filter((id) => id !== seat.seat);
  const hours = card?.facts?.open;
  return (
    <Card level={2} title={<bdi>{card.title}</bdi>}>
      <Prose text={card.text} />
      {hours && <p class="small dim">{t('map.hours', { hours })}</p>}
      <PlaceActions place={place} />
      <h3>{t('map.people')}</h3>
      {people.length === 0 ? (
        <p class="dim small">{t('map.nobody')}</p>
      ) : (
        <ul class="plain stack tight">
          {people.map((person) => (
            <li key={person}>
              <PersonLine person={person} />
            </li>
          ))}
        </ul>
      )}
      {colleagues.length > 0 && (
        <p class="row tight">
          {colleagues.map((id) => (
            <Chip key={id}>
              <bdi>{names.seat(id)}</bdi>
            </Chip>
          ))}
        </p>
      )}
      {items.length > 0 && (
        <>
          <h3>{t('map.items')}</h3>
          <ul class="plain row tight">
            {items.map((id) => (
              <li key={id}>
                <a class="chip tall" href={`/play/board/${id}`}>
                  <bdi>{names.item(id)}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

const SEARCH_POWERS = ['search', 'inspect-workplace', 'check-records'];

function PlaceActions({ place }: { place: string }) {
  const t = useT('desk');
  const seat = useSeat();
  const { busy, send } = useSend();
  const names = useNames();
  const me = seat.world.seats[seat.seat];
  if (seat.readOnly || !me) return null;
  if (me.busy) {
    return (
      <Notice tone="due">
        <span class="spread">
          <span>{t(`doing.${me.busy.doing}`, { place: names.place(me.busy.place) })}</span>
          <Deadline due={me.busy.due} />
        </span>
      </Notice>
    );
  }
  const from = me.at ? seat.card(`place:${me.at}`) : undefined;
  const far = travelTime(from, place);
  if (me.at !== place) {
    if (me.at && !from) return <Waiting />;
    return far === undefined ? (
      <p class="dim small">{t('map.noWay')}</p>
    ) : (
      <div class="row">
        <Button busy={busy} onClick={() => send({ type: 'travel', place })}>
          {t('map.go', { span: formatSpan(far) })}
        </Button>
      </div>
    );
  }
  return (
    <div class="row">
      <Chip here>{t('map.here')}</Chip>
      {SEARCH_POWERS.some(seat.can) && (
        <Button kind="quiet" busy={busy} onClick={() => send({ type: 'search' })}>
          {t('map.look')}
        </Button>
      )}
    </div>
  );
}
