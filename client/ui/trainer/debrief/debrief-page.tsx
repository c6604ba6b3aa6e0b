/** The projected debrief and the report of a class that has ended. */
import '../../../styles/debrief.css';
import type { ComponentChildren } from 'preact';
import type { ExerciseCard } from '../../../../shared/protocol/api.ts';
import type { Debrief } from '../../../../shared/debrief/debrief.ts';
import { readDebrief } from '../../../connection/api.ts';
import { Deck } from '../../debrief/deck.tsx';
import { Report } from '../../debrief/report.tsx';
import { go, LinkButton, useT, Waiting } from '../../kit/index.ts';
import { Problem } from '../shell/problem.tsx';
import { TrainerBar } from '../shell/trainer-bar.tsx';
import { classPath } from '../shell/trainer-route.ts';
import { useAnswer } from '../shell/use-answer.ts';

function useDebrief(exercise: string): { debrief: Debrief | undefined; waiting: ComponentChildren } {
  const answer = useAnswer(exercise, () => readDebrief(exercise));
  const waiting = answer.error ? (
    <Problem error={answer.error} onRetry={answer.reload} page />
  ) : (
    <main class="center-page">
      <Waiting />
    </main>
  );
  return { debrief: answer.value, waiting };
}

export function DebriefPage({ exercise }: { exercise: ExerciseCard }) {
  const t = useT('trainer');
  const { debrief, waiting } = useDebrief(exercise.exercise);
  if (!debrief) return waiting;
  return (
    <Deck
      debrief={debrief}
      onLeave={() => go('/trainer')}
      foot={
        <>
          <LinkButton kind="quiet" href={classPath(exercise.exercise, 'hot-wash')}>
            {t('debrief.hotWash')}
          </LinkButton>
          <LinkButton kind="quiet" href={classPath(exercise.exercise, 'report')}>
            {t('debrief.report')}
          </LinkButton>
        </>
      }
    />
  );
}

export function ReportPage({ exercise }: { exercise: ExerciseCard }) {
  const t = useT('trainer');
  const ofDebrief = useT('debrief');
  const { debrief, waiting } = useDebrief(exercise.exercise);
  if (!debrief) return waiting;
  const file = (kind: 'csv' | 'json'): string =>
    `/api/exercises/${encodeURIComponent(exercise.exercise)}/debrief.${kind}`;
  return (
    <>
      <div class="no-print">
        <TrainerBar title={exercise.title}>
          <LinkButton kind="quiet" size="small" href={classPath(exercise.exercise, 'debrief')}>
            {ofDebrief('deck.nav')}
          </LinkButton>
        </TrainerBar>
      </div>
      <Report
        debrief={debrief}
        title={exercise.title}
        label={exercise.label}
        createdAt={exercise.createdAt}
        downloads={
          <>
            <a class="btn quiet" href={file('csv')} download>
              {ofDebrief('report.csv')}
            </a>
            <a class="btn quiet" href={file('json')} download>
              {ofDebrief('report.json')}
            </a>
            <a
              class="btn quiet"
              href={`/api/exercises/${encodeURIComponent(exercise.exercise)}/playthrough.yaml`}
              download
            >
              {t('debrief.playthrough')}
            </a>
          </>
        }
      />
    </>
  );
}
