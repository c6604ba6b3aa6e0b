/** One interview, at whatever stage it is. */
import { Bdi, Button, go, Notice, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../seat.ts';
import { useNames } from '../work/use-names.ts';
import { Closed } from './closed.tsx';
import { Engage } from './engage.tsx';
import { Prepare } from './prepare.tsx';
import { QuestionPicker } from './question-picker.tsx';
import { RoomActions } from './room-actions.tsx';
import { Room } from './room.tsx';
import { stage } from './selectors.ts';
import { StepsTrack } from './steps-track.tsx';
import { Transcript } from './transcript.tsx';

export function Session({ id, interview }: { id: string; interview: Interview }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const ours = interview.by === seat.role && !seat.readOnly;
  const leads = ours && interview.lead === seat.seat;
  return (
    <div class="iv-session" data-stage={stage(interview)}>
      <header class="iv-session__head">
        <Button kind="quiet" onClick={() => go('/play/interviews')}>
          {t('back')}
        </Button>
        <h1>
          <Bdi>{names.person(interview.person)}</Bdi> <span class="dim">{t(`interview.kind.${interview.kind}`)}</span>
        </h1>
        <StepsTrack at={stage(interview)} finished={interview.state === 'closed'} />
      </header>
      {!ours && interview.state !== 'closed' && <Notice>{t('interview.account.otherDesk')}</Notice>}
      {(interview.state === 'planned' || interview.state === 'engaged') && (
        <div class="iv-before">
          <Prepare id={id} interview={interview} mine={leads} />
          <Engage id={id} interview={interview} mine={leads} />
        </div>
      )}
      {(interview.state === 'account' || interview.state === 'break') && (
        <div class="iv-account">
          <Room id={id} interview={interview} />
          <div class="iv-account__side">
            <RoomActions id={id} interview={interview} leads={leads} />
            {interview.state === 'account' && ours && (
              <section aria-labelledby={`ask-${id}`}>
                <h2 id={`ask-${id}`}>{t('interview.account.title')}</h2>
                <QuestionPicker id={id} interview={interview} leads={leads} />
              </section>
            )}
            <Transcript interview={interview} open />
          </div>
        </div>
      )}
      {interview.state === 'closed' && <Closed id={id} interview={interview} />}
    </div>
  );
}
