/** The trainer's first page: classes under way, cases to open, classes past. */
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
  const running = (classes.value ?? []).filter((one) => one.status !== 'ended');
  const past = (classes.value ?? []).filter((one) => one.status === 'ended');
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
        {classes.error && <Problem error={classes.error} again={classes.again} />}
        {running.length > 0 && (
          <section class="stack">
            <h2>{t('home.running')}</h2>
            <ClassList classes={running} again={classes.again} />
          </section>
        )}
        <Unopened />
        <section class="stack">
          <h2>{t('home.library')}</h2>
          {cases.error && <Problem error={cases.error} again={cases.again} />}
          {!cases.value && !cases.error && <Waiting />}
          {cases.value?.length === 0 && <EmptyState title={t('home.noCases')} text={t('home.noCasesText')} />}
          <div class="case-list">
            {cases.value?.map((one) => (
              <CaseCard key={one.id} scenario={one} />
            ))}
          </div>
        </section>
        {cases.value && <WithoutClass cases={cases.value} />}
        <section class="stack">
          <h2>{t('home.past')}</h2>
          {past.length === 0 ? (
            <p class="dim">{t('home.noPast')}</p>
          ) : (
            <ClassList classes={past} again={classes.again} />
          )}
        </section>
      </main>
    </>
  );
}

const nameOf = ({ title, label }: ExerciseCard): string => (label ? `${title} · ${label}` : title);

function ClassList({ classes, again }: { classes: readonly ExerciseCard[]; again: () => void }) {
  const [erasing, setErasing] = useState<ExerciseCard>();
  const [looking, setLooking] = useState<ExerciseCard>();
  return (
    <>
      <ul class="plain class-list">
        {classes.map((one) => (
          <ClassLine key={one.exercise} one={one} look={() => setLooking(one)} erase={() => setErasing(one)} />
        ))}
      </ul>
      {erasing && (
        <EraseDialog
          exercise={erasing.exercise}
          name={nameOf(erasing)}
          changed={again}
          close={() => setErasing(undefined)}
        />
      )}
      {looking && <PersonalDataDialog exercise={looking} changed={again} close={() => setLooking(undefined)} />}
    </>
  );
}

function ClassLine({ one, look, erase }: { one: ExerciseCard; look: () => void; erase: () => void }) {
  const t = useT('trainer');
  const title = one.label ?? one.title;
  return (
    <li class="card flat class-line">
      <span class="stack tight grow">
        <span class="strong">
          <bdi>{nameOf(one)}</bdi>
        </span>
        <span class="small dim">{formatDateTime(one.createdAt)}</span>
        <span class="small dim">{t('home.goes', { date: formatDate(one.goesAt) })}</span>
      </span>
      {one.purpose && <Chip tone="due">{t(`${one.purpose}.mark`)}</Chip>}
      <Chip tone={one.status === 'running' ? 'good' : 'plain'}>{t(`status.${one.status}`)}</Chip>
      {one.status !== 'ended' && !one.purpose && <Chip>{t('home.pin', { pin: one.pin })}</Chip>}
      {one.purpose !== 'demo' && <Chip>{t('home.seated', { count: one.seated })}</Chip>}
      <LinkButton
        href={classPath(one.exercise, pageForStatus(one.status))}
        kind={one.status === 'ended' ? 'quiet' : 'primary'}
      >
        {t(`home.go.${one.status}`)}
      </LinkButton>
      {one.purpose !== 'demo' && (
        <Button kind="quiet" size="small" onClick={look} aria-label={t('personal.of', { title })}>
          {t('personal.title')}
        </Button>
      )}
      <Button kind="quiet" size="small" onClick={erase} aria-label={t('home.eraseOne', { title })}>
        {t('home.erase')}
      </Button>
    </li>
  );
}
