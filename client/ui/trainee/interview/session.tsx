/** One interview, at whatever stage it is. */
import { useEffect } from 'preact/hooks';
import { Bdi, Button, LinkButton, Notice, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../seat.ts';
import { useNames } from '../work/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { Closed } from './closed.tsx';
import { Engage } from './engage.tsx';
import { LeadLine } from './lead.tsx';
import { Prepare } from './prepare.tsx';
import { QuestionPicker } from './question-picker.tsx';
import { RoomActions } from './room-actions.tsx';
import { Room } from './room.tsx';
import { stage } from './selectors.ts';
import { StepsTrack } from './steps-track.tsx';
import { Together } from './together.tsx';
import { Transcript } from './transcript.tsx';

interface Props {
  id: string;
  interview: Interview;
}
/** `ours`: this desk's interview and we may act. `leads`: this very seat leads it. */
type Part = Props & { ours: boolean; leads: boolean };

export function Session({ id, interview }: Props) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  useEffect(() => seat.select({ interview: id }), [id]);
  const ours = interview.by === seat.role && !seat.readOnly;
  const leads = ours && interview.lead === seat.seat;
  const part: Part = { id, interview, ours, leads };
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
        <StepsTrack at={stage(interview)} finished={closed} />
        {ours && !leads && !closed && <LeadLine id={id} interview={interview} />}
      </header>
      {interview.by !== seat.role && !closed && <Notice>{t('interview.account.otherDesk')}</Notice>}
      {leads && !closed && <Together interview={interview} />}
      {(interview.state === 'planned' || interview.state === 'engaged') && <Before {...part} />}
      {(interview.state === 'account' || interview.state === 'break') && <Account {...part} />}
      {closed && <Closed interview={interview} />}
    </div>
  );
}

function Before({ id, interview, ours, leads }: Part) {
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

/** On a phone the answer stands above the questions: bring it back into sight. The question asked is gone, so the focus waits at the heading. */
function showAnswer(id: string): void {
  document.getElementById(`ask-${id}`)?.focus({ preventScroll: true });
  document.getElementById('iv-said')?.scrollIntoView({ block: 'nearest' });
}

function Account({ id, interview, ours, leads }: Part) {
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
