/** The stage before the first question: who we are, why, which rights, which rules. Then the account begins. */
import { Button, Card, Checks, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../seat.ts';
import { useSend } from '../work/use-send.ts';
import { engageSteps } from './selectors.ts';

export function Engage({ id, interview, mine }: { id: string; interview: Interview; mine: boolean }) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const steps = engageSteps(seat.law, interview.kind);
  const [draft, setDraft, clear] = seat.draft<{ steps: string[] }>(`interview-engage:${id}`, { steps: [] });
  if (interview.state === 'engaged') return <Engaged id={id} interview={interview} mine={mine} />;
  return (
    <Card title={t('interview.engage.title')}>
      <p class="dim">{t('interview.engage.lead')}</p>
      <Checks
        label={t('interview.engage.steps')}
        options={steps}
        values={draft.steps}
        onChange={(values) => setDraft({ steps: values })}
      />
      {mine && (
        <div class="row">
          <Button
            kind="primary"
            busy={busy}
            onClick={() => send({ type: 'engage', interview: id, steps: draft.steps }, clear)}
          >
            {t('interview.engage.submit')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Engaged({ id, interview, mine }: { id: string; interview: Interview; mine: boolean }) {
  const t = useT('work');
  const { busy, send } = useSend();
  return (
    <Card title={t('interview.engage.title')}>
      <StepsDone
        title={t('interview.engage.done')}
        steps={interview.engaged}
        kind={interview.kind}
        none={t('interview.engage.nothing')}
      />
      {mine && (
        <div class="row">
          <Button kind="primary" busy={busy} onClick={() => send({ type: 'begin-account', interview: id })}>
            {t('interview.engage.begin')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** A list of ticked steps, by their titles. */
export function StepsDone({
  title,
  steps,
  none,
  kind,
  labels,
}: {
  title: string;
  steps: readonly string[];
  none: string;
  kind: Interview['kind'];
  labels?: { value: string; label: string }[];
}) {
  const seat = useSeat();
  const known = labels ?? engageSteps(seat.law, kind);
  return (
    <>
      <h3>{title}</h3>
      {steps.length === 0 ? (
        <p class="dim">{none}</p>
      ) : (
        <ul class="work-ticks">
          {steps.map((step) => (
            <li key={step}>{known.find((entry) => entry.value === step)?.label ?? step}</li>
          ))}
        </ul>
      )}
    </>
  );
}
