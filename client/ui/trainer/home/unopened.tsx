/** Classes that are kept and cannot be opened: why, and what can be done with them. Nothing is shown where there are none. */
import { useState } from 'preact/hooks';
import type { UnopenedCard } from '../../../../shared/protocol/api.ts';
import { readUnopened, unopenedRecordPath } from '../../../connection/api.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { Button, LinkButton, Notice, useT } from '../../kit/index.ts';
import { EraseDialog } from '../people-data/erase-dialog.tsx';
import { useAnswer } from '../shell/use-answer.ts';

const nameOf = ({ scenario, label }: UnopenedCard): string => (label ? `${scenario} · ${label}` : scenario);

export function Unopened() {
  const t = useT('trainer');
  const { value: kept = [], again } = useAnswer('unopened', readUnopened);
  const [erasing, setErasing] = useState<UnopenedCard>();
  if (kept.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('unopened.title')}</h2>
      {kept.some(({ gone }) => !gone) && (
        <Notice tone="due" title={t('unopened.kept')}>
          <p>{t('unopened.text')}</p>
        </Notice>
      )}
      <ul class="plain class-list">
        {kept.map((one) => (
          <Line key={one.exercise} one={one} erase={() => setErasing(one)} />
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
    </section>
  );
}

function Line({ one, erase }: { one: UnopenedCard; erase: () => void }) {
  const t = useT('trainer');
  return (
    <li class="card flat class-line">
      <span class="stack tight grow">
        <span class="strong">
          <bdi>{nameOf(one)}</bdi>
        </span>
        <span class="small dim">{formatDateTime(one.createdAt)}</span>
        <Reason one={one} />
      </span>
      {!one.gone && (
        <LinkButton href={unopenedRecordPath(one.exercise)} kind="quiet">
          {t('unopened.save')}
        </LinkButton>
      )}
      <Button kind="quiet" size="small" onClick={erase} aria-label={t('home.eraseOne', { title: nameOf(one) })}>
        {t('home.erase')}
      </Button>
    </li>
  );
}

function Reason({ one }: { one: UnopenedCard }) {
  const t = useT('trainer');
  if (one.gone) return <span class="small">{t('unopened.gone')}</span>;
  return (
    <>
      <span class="small dim">{t('unopened.why')}</span>
      <span class="small unopened-why">
        <code dir="ltr">{one.why}</code>
      </span>
    </>
  );
}
