/** The trainer's home page: current classes, cases to open, past classes. */
import './home.css';
import { useState } from 'preact/hooks';
import { readExercises, readScenarios, signOut } from '../../../connection/api.ts';
import type { ExerciseCard } from '../../../../shared/protocol/api.ts';
import { cardLanguage } from '../shell/card-language.ts';
import { formatDate, formatDateTime } from '../../../i18n/formats.ts';
import { Button, Chip, EmptyState, LinkButton, useT, Waiting } from '../../kit/index.ts';
import { CaseCard } from '../shell/case-card.tsx';
import { EraseDialog } from '../people-data/erase-dialog.tsx';
import { PersonalDataDialog } from '../people-data/personal-data-dialog.tsx';
import { Problem } from '../shell/problem.tsx';
import { TrainerBar } from '../shell/trainer-bar.tsx';
import { classPath, pageForStatus } from '../shell/trainer-route.ts';
import { useAnswer } from '../shell/use-answer.ts';
import { Unopened } from './unopened.tsx';
import { WithoutClass } from './without-class.tsx';

export function Home({ signedOut }: { signedOut: () => void }) {
  const t = useT('trainer');
  const language = cardLanguage();
  const classes = useAnswer('classes', readExercises, 5000);
  const cases = useAnswer(language, () => readScenarios(language));
  const running = (classes.value ?? []).filter((exercise) => exercise.status !== 'ended');
  const past = (classes.value ?? []).filter((exercise) => exercise.status === 'ended');
  const leave = async (): Promise<void> => {
    await signOut();
    signedOut();
  };
  return (
    <>
      <TrainerBar title={t('home.title')}>
        <Button kind="quiet" size="small" onClick={() => void leave()}>
          {t('home.signOut')}
        </Button>
      </TrainerBar>
      <main class="trainer-page stack wide" id="content">
        {classes.error && <Problem error={classes.error} onRetry={classes.reload} />}
        {running.length > 0 && (
          <section class="stack">
            <h2>{t('home.running')}</h2>
            <ClassList classes={running} onChange={classes.reload} />
          </section>
        )}
        <Unopened />
        <section class="stack">
          <h2>{t('home.library')}</h2>
          {cases.error && <Problem error={cases.error} onRetry={cases.reload} />}
          {!cases.value && !cases.error && <Waiting />}
          {cases.value?.length === 0 && <EmptyState title={t('home.noCases')} text={t('home.noCasesText')} />}
          <div class="case-list">
            {cases.value?.map((scenario) => (
              <CaseCard key={scenario.id} scenario={scenario} />
            ))}
          </div>
        </section>
        {cases.value && <WithoutClass cases={cases.value} />}
        <section class="stack">
          <h2>{t('home.past')}</h2>
          {past.length === 0 ? (
            <p class="dim">{t('home.noPast')}</p>
          ) : (
            <ClassList classes={past} onChange={classes.reload} />
          )}
        </section>
      </main>
    </>
  );
}

const nameOf = ({ title, label }: ExerciseCard): string => (label ? `${title} · ${label}` : title);

function ClassList({ classes, onChange }: { classes: readonly ExerciseCard[]; onChange: () => void }) {
  const [erasing, setErasing] = useState<ExerciseCard>();
  const [inspected, setInspected] = useState<ExerciseCard>();
  return (
    <>
      <ul class="plain class-list">
        {classes.map((exercise) => (
          <ClassLine
            key={exercise.exercise}
            exercise={exercise}
            inspect={() => setInspected(exercise)}
            erase={() => setErasing(exercise)}
          />
        ))}
      </ul>
      {erasing && (
        <EraseDialog
          exercise={erasing.exercise}
          name={nameOf(erasing)}
          changed={onChange}
          close={() => setErasing(undefined)}
        />
      )}
      {inspected && (
        <PersonalDataDialog exercise={inspected} changed={onChange} close={() => setInspected(undefined)} />
      )}
    </>
  );
}

function ClassLine({ exercise, inspect, erase }: { exercise: ExerciseCard; inspect: () => void; erase: () => void }) {
  const t = useT('trainer');
  const title = exercise.label ?? exercise.title;
  return (
    <li class="card flat class-line">
      <span class="stack tight grow">
        <span class="strong">
          <bdi>{nameOf(exercise)}</bdi>
        </span>
        <span class="small dim">{formatDateTime(exercise.createdAt)}</span>
        <span class="small dim">{t('home.goes', { date: formatDate(exercise.goesAt) })}</span>
      </span>
      {exercise.purpose && <Chip tone="due">{t(`${exercise.purpose}.mark`)}</Chip>}
      <Chip tone={exercise.status === 'running' ? 'good' : 'plain'}>{t(`status.${exercise.status}`)}</Chip>
      {exercise.status !== 'ended' && !exercise.purpose && <Chip>{t('home.pin', { pin: exercise.pin })}</Chip>}
      {exercise.purpose !== 'demo' && <Chip>{t('home.seated', { count: exercise.seated })}</Chip>}
      <LinkButton
        href={classPath(exercise.exercise, pageForStatus(exercise.status))}
        kind={exercise.status === 'ended' ? 'quiet' : 'primary'}
      >
        {t(`home.go.${exercise.status}`)}
      </LinkButton>
      {exercise.purpose !== 'demo' && (
        <Button kind="quiet" size="small" onClick={inspect} aria-label={t('personal.of', { title })}>
          {t('personal.title')}
        </Button>
      )}
      <Button kind="quiet" size="small" onClick={erase} aria-label={t('home.eraseOne', { title })}>
        {t('home.erase')}
      </Button>
    </li>
  );
}
