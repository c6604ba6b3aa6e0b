/** One interview, at its current stage. */
import { useEffect } from 'preact/hooks';
import { Bdi, Button, LinkButton, Notice, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { Closed } from './closed.tsx';
import { Engage } from './engage.tsx';
import { LeadLine } from './lead.tsx';
import { Prepare } from './prepare.tsx';
import { QuestionPicker } from './question-picker.tsx';
import { RoomActions } from './room-actions.tsx';
import { Room } from './room.tsx';
import { stageOf } from './selectors.ts';
import { StepsTrack } from './steps-track.tsx';
import { AbsenceNotice } from './absence-notice.tsx';
import { Transcript } from './transcript.tsx';

interface SessionProps {
  id: string;
  interview: Interview;
}
/** `ours`: this desk's interview, and not read-only. `leads`: this seat leads it. */
type StageProps = SessionProps & { ours: boolean; leads: boolean };

export function Session({ id, interview }: SessionProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  useEffect(() => seat.select({ interview: id }), [id]);
  const ours = interview.by === seat.role && !seat.readOnly;
  const leads = ours && interview.lead === seat.seat;
  const stageProps: StageProps = { id, interview, ours, leads };
  const closed = interview.state === 'closed';
  return (
    <div class="iv-session">
      <header class="iv-session__head">
        <div class="no-print">
          <LinkButton href="/play/interviews" kind="quiet" size="small">
            {t('back')}
          </LinkButton>
        </div>
        <h1>
          <Bdi>{names.person(interview.person)}</Bdi> <span class="dim">{t(`interview.kind.${interview.kind}`)}</span>
        </h1>
        <StepsTrack at={stageOf(interview)} finished={closed} />
        {ours && !leads && !closed && <LeadLine id={id} interview={interview} />}
      </header>
      {interview.by !== seat.role && !closed && <Notice>{t('interview.account.otherDesk')}</Notice>}
      {leads && !closed && <AbsenceNotice interview={interview} />}
      {(interview.state === 'planned' || interview.state === 'engaged') && <BeforeAccount {...stageProps} />}
      {(interview.state === 'account' || interview.state === 'break') && <Account {...stageProps} />}
      {closed && <Closed interview={interview} />}
    </div>
  );
}

function BeforeAccount({ id, interview, ours, leads }: StageProps) {
  const t = useT('work');
  const { busy, send } = useSend();
  return (
    <>
      <div class="iv-before">
        <Prepare id={id} interview={interview} ours={ours} leads={leads} />
        <Engage id={id} interview={interview} leads={leads} />
      </div>
      {leads && (
        <div>
          <Button kind="quiet" busy={busy} onClick={() => send({ type: 'close-interview', interview: id, steps: [] })}>
            {t('interview.form.callOff')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Scrolls to the answer, which stands above the questions on a phone, and focuses the heading, because the asked question has disappeared. */
function showAnswer(id: string): void {
  document.getElementById(`ask-${id}`)?.focus({ preventScroll: true });
  document.getElementById('iv-said')?.scrollIntoView({ block: 'nearest' });
}

function Account({ id, interview, ours, leads }: StageProps) {
  const t = useT('work');
  const onBreak = interview.state === 'break';
  return (
    <div class="iv-account">
      <div class="iv-account__room">
        <Room id={id} interview={interview} />
        <RoomActions id={id} interview={interview} leads={leads} />
      </div>
      <div class="iv-account__side">
        {onBreak && <Prepare id={id} interview={interview} ours={ours} leads={leads} />}
        {!onBreak && ours && (
          <section aria-labelledby={`ask-${id}`}>
            <h2 id={`ask-${id}`} tabIndex={-1}>
              {t('interview.account.title')}
            </h2>
            <QuestionPicker id={id} interview={interview} leads={leads} onAsked={() => showAnswer(id)} />
          </section>
        )}
        <Transcript interview={interview} open />
      </div>
    </div>
  );
}
