/** A closed interview: summary, opening and closing steps, questions by type, transcript. Printable. */
import { Bdi, Card, Prose, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { PrintButton } from '../work/print-button.tsx';
import { CLOSE_STEPS } from '../../../../shared/exercise/standard-steps.ts';
import { engageSteps, typeCounts } from './selectors.ts';
import { StepsDone } from './steps-done.tsx';
import { Transcript } from './transcript.tsx';

export function Closed({ interview }: { interview: Interview }) {
  const seat = useSeat();
  const t = useT('work');
  const closing = CLOSE_STEPS.map((value) => ({ value, label: t(`interview.close.step.${value}`) }));
  const counts = typeCounts(interview);
  const highest = Math.max(1, ...counts.map((entry) => entry.count));
  return (
    <div class="stack">
      <Card level={2} title={t('interview.close.summary')}>
        {interview.text === undefined ? (
          <p class="dim">{t('interview.close.noSummary')}</p>
        ) : (
          <Bdi>
            <Prose text={seat.textOf(interview.text)} />
          </Bdi>
        )}
        <StepsDone
          title={t('interview.engage.done')}
          steps={interview.engaged}
          labels={engageSteps(seat.law, interview.kind)}
          none={t('interview.engage.nothing')}
        />
        <StepsDone
          title={t('interview.close.steps')}
          steps={interview.closed}
          none={t('interview.close.noSteps')}
          labels={closing}
        />
      </Card>
      {counts.length > 0 && (
        <Card level={2} title={t('interview.close.evaluate')}>
          <p class="dim">{t('interview.close.evaluateHint')}</p>
          <dl class="iv-counts">
            {counts.map(({ type, count }) => (
              <div key={type} class="iv-counts__row">
                <dt>{t(`questionType.${type}`)}</dt>
                <dd>
                  <span
                    class="iv-counts__bar"
                    style={{ inlineSize: `${(count / highest) * 100}%` }}
                    aria-hidden="true"
                  />
                  <span>{count}</span>
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
      <Card>
        <Transcript interview={interview} open />
        <PrintButton />
      </Card>
    </div>
  );
}
