/** Classes that are kept and cannot be opened: why, and what can be done with them. Nothing is shown where there are none. */
import { useState } from 'preact/hooks';
import type { UnopenedCard } from '../../../shared/protocol/api.ts';
import { deleteExercise, readUnopened, unopenedRecordPath } from '../../connection/api.ts';
import { formatDateTime } from '../../i18n/formats.ts';
import { Button, Dialog, LinkButton, Notice, useT } from '../kit/index.ts';
import { useAnswer } from './use-answer.ts';

export function Unopened() {
  const t = useT('trainer');
  const { value: kept = [], again } = useAnswer('unopened', readUnopened);
  const [erasing, setErasing] = useState<UnopenedCard>();
  const erase = async (): Promise<void> => {
    if (erasing) await deleteExercise(erasing.exercise);
    setErasing(undefined);
    again();
  };
  if (kept.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('unopened.title')}</h2>
      <Notice tone="due" title={t('unopened.text')} />
      <ul class="plain class-list">
        {kept.map((one) => (
          <li key={one.exercise} class="card flat class-line">
            <span class="stack tight grow">
              <span class="strong" dir="auto">
                {one.label ? `${one.scenario} · ${one.label}` : one.scenario}
              </span>
              <span class="small dim">{formatDateTime(one.createdAt)}</span>
              <span class="small" dir="ltr">
                {one.why}
              </span>
            </span>
            <LinkButton href={unopenedRecordPath(one.exercise)} kind="quiet">
              {t('unopened.save')}
            </LinkButton>
            <Button
              kind="quiet"
              size="small"
              onClick={() => setErasing(one)}
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
        onClose={() => setErasing(undefined)}
        footer={
          <>
            <Button kind="quiet" onClick={() => setErasing(undefined)}>
              {t('cancel')}
            </Button>
            <Button kind="danger" onClick={() => void erase()}>
              {t('home.eraseYes')}
            </Button>
          </>
        }
      >
        <p>{t('home.eraseText')}</p>
      </Dialog>
    </section>
  );
}
