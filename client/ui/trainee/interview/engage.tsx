/** The stage before the first question: introduction, purpose, rights, ground rules. The account follows. */
import { Button, Card, Checks, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useSend } from '../work/use-send.ts';
import { findAbsent, engageSteps } from './selectors.ts';
import { StepsDone } from './steps-done.tsx';

interface EngageProps {
  id: string;
  interview: Interview;
  leads: boolean;
}

export function Engage({ id, interview, leads }: EngageProps) {
  const { law } = useSeat();
  const t = useT('work');
  const engaged = interview.state === 'engaged';
  return (
    <Card level={2} title={t('interview.engage.title')}>
      {engaged && (
        <StepsDone
          title={t('interview.engage.done')}
          steps={interview.engaged}
          labels={engageSteps(law, interview.kind)}
          none={t('interview.engage.nothing')}
        />
      )}
      {engaged && leads && <Begin id={id} interview={interview} />}
      {!engaged &&
        (leads ? <Steps id={id} interview={interview} /> : <p class="dim">{t('interview.engage.notYet')}</p>)}
    </Card>
  );
}

function Steps({ id, interview }: Omit<EngageProps, 'leads'>) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const [draft, setDraft, clear] = seat.draft<{ steps: string[] }>(`interview-engage:${id}`, { steps: [] });
  const bothPresent = findAbsent(seat.world, interview, seat.seat) === undefined;
  return (
    <>
      <p class="dim">{t('interview.engage.lead')}</p>
      <Checks
        label={t('interview.engage.steps')}
        options={engageSteps(seat.law, interview.kind)}
        values={draft.steps}
        onChange={(values) => setDraft({ steps: values })}
      />
      <div>
        <Button
          busy={busy}
          disabled={!bothPresent}
          onClick={() => send({ type: 'engage', interview: id, steps: draft.steps }, clear)}
        >
          {t('interview.engage.submit')}
        </Button>
      </div>
    </>
  );
}

function Begin({ id, interview }: Omit<EngageProps, 'leads'>) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const bothPresent = findAbsent(seat.world, interview, seat.seat) === undefined;
  return (
    <div>
      <Button busy={busy} disabled={!bothPresent} onClick={() => send({ type: 'begin-account', interview: id })}>
        {t('interview.engage.begin')}
      </Button>
    </div>
  );
}
