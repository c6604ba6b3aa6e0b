/** The map as a list: each known place with travel time, people there, and actions. */
import '../desk/desk.css';
import { useState } from 'preact/hooks';
import { formatSpan } from '../../../i18n/formats.ts';
import { useT } from '../../../i18n/index.ts';
import { peopleAt, seatsAt } from '../../../state/selectors.ts';
import { Chip, EmptyState, PersonFace, TextField, useRoute, Waiting } from '../../kit/index.ts';
import { SceneSlot } from '../../seat/scene-slot.tsx';
import { useSeat } from '../../../context/seat.ts';
import { useFollowScene } from '../work/use-follow-scene.ts';
import { PENDING } from '../../../names/name-of.ts';
import { useNames } from '../../../names/use-names.ts';
import { PlacePage } from './place-page.tsx';
import { travelTime } from './travel-time.ts';

export function MapList() {
  const t = useT('desk');
  const seat = useSeat();
  const chosen = useRoute().parts[2];
  const here = seat.world.seats[seat.seat]?.at;
  useFollowScene(seat.state.selection.place, chosen ?? here, '/play/map');
  return (
    <div class="stack">
      <h1>{t('nav.map')}</h1>
      <div class="split map">
        <div class="drawing">
          <SceneSlot kind="map" label={t('map.scene')} />
        </div>
        {(chosen ?? here) && (
          <div class="detail">
            <PlacePage key={chosen ?? here} place={chosen ?? here ?? ''} />
          </div>
        )}
        <div class="stack">
          <Places chosen={chosen} />
        </div>
      </div>
    </div>
  );
}

function Places({ chosen }: { chosen: string | undefined }) {
  const t = useT('desk');
  const seat = useSeat();
  const names = useNames();
  const [search, setSearch] = useState('');
  const list = seat.card('places');
  const here = seat.world.seats[seat.seat]?.at;
  if (!list) return <Waiting />;
  const from = here ? seat.card(`place:${here}`) : undefined;
  const wayTo = (far: number | undefined): string => {
    if (far !== undefined) return formatSpan(far);
    return here && !from ? PENDING : t('map.noWay');
  };
  const query = search.trim().toLocaleLowerCase();
  const places = (list?.facts?.ids ?? [])
    .map((id) => ({ id, name: names.place(id), far: id === here ? 0 : travelTime(from, id) }))
    .filter((place) => place.name.toLocaleLowerCase().includes(query))
    .toSorted(
      (first, second) => (first.far ?? Infinity) - (second.far ?? Infinity) || first.name.localeCompare(second.name),
    );
  return (
    <>
      <TextField label={t('map.search')} type="search" value={search} onChange={setSearch} />
      {places.length === 0 && <EmptyState title={t('map.none')} text={t('map.noneText')} />}
      <ul class="plain stack tight">
        {places.map((place) => (
          <li key={place.id}>
            <a
              class="card flat compact"
              href={`/play/map/${place.id}`}
              aria-current={place.id === chosen ? 'true' : undefined}
            >
              <span class="spread">
                <strong>
                  <bdi>{place.name}</bdi>
                </strong>
                {place.id === here ? (
                  <Chip here>{t('map.here')}</Chip>
                ) : (
                  <span class="small dim num">{wayTo(place.far)}</span>
                )}
              </span>
              <PeopleThere place={place.id} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function PeopleThere({ place }: { place: string }) {
  const { world, role, state } = useSeat();
  const people = peopleAt(world, role, place);
  const colleagues = seatsAt(world, place).flatMap(
    (id) => state.public?.roster.find((entry) => entry.seat === id)?.name || [],
  );
  if (people.length === 0 && colleagues.length === 0) return null;
  return (
    <span class="row tight small dim">
      {people.slice(0, 6).map((person) => (
        <PersonFace key={person} person={person} size={26} />
      ))}
      {people.length > 6 && <span class="num">+{people.length - 6}</span>}
      {colleagues.map((name) => (
        <bdi key={name}>{name}</bdi>
      ))}
    </span>
  );
}
