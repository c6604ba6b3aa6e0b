/** Stored classes that the server cannot open: the cause, and what can be done. Hidden if there are none. */
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
  const { value: unopened = [], reload } = useAnswer('unopened', readUnopened);
  const [erasing, setErasing] = useState<UnopenedCard>();
  if (unopened.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('unopened.title')}</h2>
      {unopened.some(({ gone }) => !gone) && (
        <Notice tone="due" title={t('unopened.kept')}>
          <p>{t('unopened.text')}</p>
        </Notice>
      )}
      <ul class="plain class-list">
        {unopened.map((card) => (
          <UnopenedLine key={card.exercise} card={card} erase={() => setErasing(card)} />
        ))}
      </ul>
      {erasing && (
        <EraseDialog
          exercise={erasing.exercise}
          name={nameOf(erasing)}
          changed={reload}
          close={() => setErasing(undefined)}
        />
      )}
    </section>
  );
}

function UnopenedLine({ card, erase }: { card: UnopenedCard; erase: () => void }) {
  const t = useT('trainer');
  return (
    <li class="card flat class-line">
      <span class="stack tight grow">
        <span class="strong">
          <bdi>{nameOf(card)}</bdi>
        </span>
        <span class="small dim">{formatDateTime(card.createdAt)}</span>
        <Reason card={card} />
      </span>
      {!card.gone && (
        <LinkButton href={unopenedRecordPath(card.exercise)} kind="quiet">
          {t('unopened.save')}
        </LinkButton>
      )}
      <Button kind="quiet" size="small" onClick={erase} aria-label={t('home.eraseOne', { title: nameOf(card) })}>
        {t('home.erase')}
      </Button>
    </li>
  );
}

function Reason({ card }: { card: UnopenedCard }) {
  const t = useT('trainer');
  if (card.gone) return <span class="small">{t('unopened.gone')}</span>;
  return (
    <>
      <span class="small dim">{t('unopened.why')}</span>
      <span class="small unopened-why">
        <code dir="ltr">{card.why}</code>
      </span>
    </>
  );
}
