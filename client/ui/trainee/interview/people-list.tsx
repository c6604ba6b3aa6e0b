/** The people this desk can interview, with the number of earlier interviews. */
import { Bdi, Button, Card, CaseTime, Chip, EmptyState, go, PersonFace, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { kindsFor, peopleRows, type PersonRow, stageOf } from './selectors.ts';

export function PeopleList({ onPlan }: { onPlan: (person: string) => void }) {
  const seat = useSeat();
  const t = useT('work');
  const rows = peopleRows(seat.world, seat.role);
  if (rows.length === 0) return <EmptyState title={t('interview.nobodyTitle')} text={t('interview.nobodyText')} />;
  return (
    <ul class="plain stack iv-people">
      {rows.map((row) => (
        <li key={row.person}>
          <PersonCard row={row} onPlan={onPlan} />
        </li>
      ))}
    </ul>
  );
}

function PersonCard({ row, onPlan }: { row: PersonRow; onPlan: (person: string) => void }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const status = seat.world.people[row.person]?.status;
  const open = row.open === undefined ? undefined : seat.world.interviews[row.open];
  const mayPlan = kindsFor(seat.can).length > 0 && !seat.readOnly;
  return (
    <Card>
      <div class="iv-person">
        <PersonFace person={row.person} size={56} />
        <div class="iv-person__text">
          <h2 class="iv-person__name">
            <Bdi>{names.person(row.person)}</Bdi>
          </h2>
          <p class="row tight">
            {status && <Chip>{t(`status.${status}`)}</Chip>}
            {open && <Chip here>{t(`interview.stage.${stageOf(open)}`)}</Chip>}
            <Chip tone={row.asked > 1 ? 'due' : 'plain'}>{t('interview.asked', { count: row.asked })}</Chip>
          </p>
        </div>
        {row.open !== undefined ? (
          <Button kind="primary" onClick={() => go(`/play/interviews/${row.open}`)}>
            {t('interview.resume')}
          </Button>
        ) : (
          mayPlan && (
            <Button kind="quiet" onClick={() => onPlan(row.person)}>
              {t('interview.plan')}
            </Button>
          )
        )}
      </div>
      {row.past.length > 0 && <PastSessions ids={row.past} />}
    </Card>
  );
}

function PastSessions({ ids }: { ids: string[] }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  return (
    <details class="more">
      <summary>{t('interview.past')}</summary>
      <ul class="plain">
        {ids.map((id) => {
          const interview = seat.world.interviews[id];
          return (
            interview && (
              <li key={id}>
                <a href={`/play/interviews/${id}`}>{t(`interview.kind.${interview.kind}`)}</a>{' '}
                <span class="dim">
                  <CaseTime at={interview.startedAt} /> · <Bdi>{names.role(interview.by)}</Bdi>
                </span>
              </li>
            )
          );
        })}
      </ul>
    </details>
  );
}
