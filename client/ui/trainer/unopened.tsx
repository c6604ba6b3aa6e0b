/** Classes that are kept and cannot be opened: why, and what can be done with them. Nothing is shown where there are none. */
import { useState } from 'preact/hooks';
import type { UnopenedCard } from '../../../shared/protocol/api.ts';
import { deleteExercise, type ErrorCode, readUnopened, unopenedRecordPath } from '../../connection/api.ts';
import { formatDateTime } from '../../i18n/formats.ts';
import { Button, Dialog, LinkButton, Notice, useT } from '../kit/index.ts';
import { Problem } from './problem.tsx';
import { useAnswer } from './use-answer.ts';

const nameOf = ({ scenario, label }: UnopenedCard): string => (label ? `${scenario} · ${label}` : scenario);

export function Unopened() {
  const t = useT('trainer');
  const { value: kept = [], again } = useAnswer('unopened', readUnopened);
  const [erasing, setErasing] = useState<UnopenedCard>();
  const [refused, setRefused] = useState<ErrorCode>();
  const ask = (one: UnopenedCard | undefined): void => {
    setRefused(undefined);
    setErasing(one);
  };
  const erase = async (): Promise<void> => {
    const answer = erasing && (await deleteExercise(erasing.exercise));
    again();
    if (answer?.ok === false) return setRefused(answer.error);
    ask(undefined);
  };
  if (kept.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('unopened.title')}</h2>
      <Notice tone="due" title={t('unopened.kept')}>
        <p>{t('unopened.text')}</p>
      </Notice>
      <ul class="plain class-list">
        {kept.map((one) => (
          <li key={one.exercise} class="card flat class-line">
            <span class="stack tight grow">
              <span class="strong">
                <bdi>{nameOf(one)}</bdi>
              </span>
              <span class="small dim">{formatDateTime(one.createdAt)}</span>
              <span class="small dim">{t('unopened.why')}</span>
              <span class="small unopened-why">
                <code dir="ltr">{one.why}</code>
              </span>
            </span>
            <LinkButton href={unopenedRecordPath(one.exercise)} kind="quiet">
              {t('unopened.save')}
            </LinkButton>
            <Button
              kind="quiet"
              size="small"
              onClick={() => ask(one)}
              aria-label={t('home.eraseOne', { title: one.label ?? one.scenario })}
            >
              {t('home.erase')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={erasing !== undefined}
        title={t('home.eraseTitle')}
        onClose={() => ask(undefined)}
        footer={
          <>
            <Button kind="quiet" onClick={() => ask(undefined)}>
              {t('cancel')}
            </Button>
            <Button kind="danger" onClick={() => void erase()}>
              {t('home.eraseYes')}
            </Button>
          </>
        }
      >
        <p class="strong">
          <bdi>{erasing && nameOf(erasing)}</bdi>
        </p>
        <p>{t('home.eraseText')}</p>
        {refused && <Problem error={refused} />}
      </Dialog>
    </section>
  );
}
