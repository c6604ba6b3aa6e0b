/** An interview begins when both are in the same place. Says who is not there yet, and offers the way. */
import { Button, Notice, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../seat.ts';
import { useNames } from '../work/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { apart } from './selectors.ts';

export function Together({ interview }: { interview: Interview }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const missing = apart(seat.world, interview, seat.seat);
  if (!missing) return null;
  const place = names.place(interview.place);
  const person = names.person(interview.person);
  const { me } = missing;
  const where = missing.person?.at;
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
        {missing.person && (
          <p>
            {where === undefined
              ? t('interview.together.unknown', { person })
              : t('interview.together.person', { person, place: names.place(where) })}
          </p>
        )}
        <div class="row">
          {me && !me.busy && (
            <Button kind="quiet" busy={busy} onClick={() => send({ type: 'travel', place: interview.place })}>
              {t('interview.together.go', { place })}
            </Button>
          )}
          {missing.person && where !== undefined && seat.can('move-person') && (
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
