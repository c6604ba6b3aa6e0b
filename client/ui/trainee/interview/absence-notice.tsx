/** An interview needs both at its place. Names who is absent, and offers to travel or to bring the person. */
import { Button, Notice, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { findAbsent } from './selectors.ts';

export function AbsenceNotice({ interview }: { interview: Interview }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const absent = findAbsent(seat.world, interview, seat.seat);
  if (!absent) return null;
  const place = names.place(interview.place);
  const person = names.person(interview.person);
  const { me } = absent;
  const personAt = absent.person?.at;
  return (
    <Notice tone="due" title={t('interview.together.title', { place })}>
      <div class="stack">
        {me && (
          <p>
            {me.busy || me.at === undefined
              ? t('interview.together.youBusy')
              : t('interview.together.you', { place: names.place(me.at) })}
          </p>
        )}
        {absent.person && (
          <p>
            {personAt === undefined
              ? t('interview.together.unknown', { person })
              : t('interview.together.person', { person, place: names.place(personAt) })}
          </p>
        )}
        <div class="row">
          {me && !me.busy && (
            <Button kind="quiet" busy={busy} onClick={() => send({ type: 'travel', place: interview.place })}>
              {t('interview.together.go', { place })}
            </Button>
          )}
          {absent.person && personAt !== undefined && seat.can('move-person') && (
            <Button
              kind="quiet"
              busy={busy}
              onClick={() => send({ type: 'move-person', person: interview.person, place: interview.place })}
            >
              {t('interview.together.bring', { person, place })}
            </Button>
          )}
        </div>
      </div>
    </Notice>
  );
}
