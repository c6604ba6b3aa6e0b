import { useEffect, useState } from 'preact/hooks';
import { useT, textForId } from '../../../i18n/index.ts';
import { receivedInjects } from '../../../state/selectors.ts';
import { Button, Card, CaseTime, Chip, EmptyState, LinkButton, Notice, Prose, Waiting } from '../../kit/index.ts';
import { useSeat } from '../../seat.ts';

export function InjectList() {
  const t = useT('share');
  const seat = useSeat();
  const injects = receivedInjects(seat.world);
  if (injects.length === 0) return <EmptyState title={t('inject.none')} text={t('inject.noneText')} />;
  return (
    <ul class="plain stack tight">
      {injects.map(({ id, at }) => {
        const card = seat.card(`inject:${id}`);
        return (
          <li key={id}>
            <a class="card flat compact" href={`/play/inbox/inject/${id}`}>
              <span class="spread">
                <strong>
                  <bdi>{card?.title ?? '…'}</bdi>
                </strong>
                {seat.isNew(`inject:${id}`, at) && <Chip tone="good">{t('new')}</Chip>}
              </span>
              <span class="small dim">
                {card?.kind && textForId('common', `injectChannel.${card.kind}`)} · <bdi>{card?.from}</bdi> ·{' '}
                <CaseTime at={at} />
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** One inject: who calls or writes, a care note first where there is one, then the text. */
export function InjectPage({ inject }: { inject: string }) {
  const t = useT('share');
  const seat = useSeat();
  const card = seat.card(`inject:${inject}`);
  const [warned, setWarned] = useState(false);
  const at = seat.world.injects[inject]?.firedAt;
  const hidden = card?.warning !== undefined && !warned;
  useEffect(() => {
    if (card && !hidden) seat.markSeen(`inject:${inject}`);
  }, [card === undefined, hidden]);
  if (!card) return <Waiting />;
  return (
    <Card
      level={2}
      title={<bdi>{card.title}</bdi>}
      aside={<Chip>{textForId('common', `injectChannel.${card.kind ?? 'message'}`)}</Chip>}
    >
      <p class="small dim">
        {t('shared.from')} <bdi>{card.from}</bdi>
        {at !== undefined && (
          <>
            {' '}
            · <CaseTime at={at} />
          </>
        )}
      </p>
      {hidden ? (
        <Notice tone="due" title={t('inject.care')}>
          <div class="stack">
            <Prose text={card.warning} />
            <Button kind="quiet" onClick={() => setWarned(true)}>
              {t('inject.readOn')}
            </Button>
          </div>
        </Notice>
      ) : (
        <Prose text={card.text} />
      )}
      <div class="row">
        <LinkButton href="/play/inbox" kind="quiet" size="small">
          {t('inbox.back')}
        </LinkButton>
      </div>
    </Card>
  );
}
