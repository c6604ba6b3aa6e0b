import { useEffect, useState } from 'preact/hooks';
import { useT, textForId } from '../../../i18n/index.ts';
import { receivedInjects } from '../../../state/selectors.ts';
import { Button, Card, CaseTime, Chip, EmptyState, LinkButton, Notice, Prose, Waiting } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';

export function InjectList() {
  const t = useT('share');
  const seat = useSeat();
  const names = useNames();
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
                  <bdi>{names.inject(id)}</bdi>
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

/** One inject: sender, an optional care note before the text, the text. */
export function InjectPage({ inject }: { inject: string }) {
  const t = useT('share');
  const seat = useSeat();
  const card = seat.card(`inject:${inject}`);
  const [hasReadWarning, setReadWarning] = useState(false);
  const at = seat.world.injects[inject]?.firedAt;
  const isHidden = card?.warning !== undefined && !hasReadWarning;
  useEffect(() => {
    if (card && !isHidden) seat.markSeen(`inject:${inject}`);
  }, [card === undefined, isHidden]);
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
      {isHidden ? (
        <Notice tone="due" title={t('inject.care')}>
          <div class="stack">
            <Prose text={card.warning} />
            <Button kind="quiet" onClick={() => setReadWarning(true)}>
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
