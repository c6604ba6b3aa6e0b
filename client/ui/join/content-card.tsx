import type { JoinCard } from '../../../shared/protocol/api.ts';
import { formatList } from '../../i18n/formats.ts';
import { useT, textForId } from '../../i18n/index.ts';
import { Card } from '../kit/card.tsx';
import { Prose } from '../kit/prose.tsx';

/** The sensitive themes of the case and how to step out, shown before a person joins. */
export function ContentCard({ card }: { card: JoinCard['contentCard'] }) {
  const t = useT('join');
  return (
    <Card tone="sunk" title={t('content.title')}>
      <p class="sentence" dir="auto">
        {formatList(card.themes)}.
      </p>
      <p class="small">
        {textForId('join', `content.intensities.${card.intensity}`)} {card.children ? t('content.children') : ''}{' '}
        {card.sexualViolence === 'mentioned' ? t('content.sexualViolence') : t('content.noSexualViolence')}
      </p>
      {card.note && <Prose text={card.note} />}
      <p class="small">
        <strong>{t('content.stepOut')}</strong>
      </p>
    </Card>
  );
}
