/** Tells a person who has just taken over a desk that there is a handover note. */
import { LinkButton, Notice, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { HANDOVER_TOPIC, isTakenOver } from './taken-over.ts';

export function HandoverNotice() {
  const t = useT('desk');
  const { world, role, isNew, readOnly } = useSeat();
  if (readOnly || world.status === 'ended' || !isTakenOver(world, role) || !isNew(HANDOVER_TOPIC, 0)) return null;
  return (
    <Notice tone="due" title={t('handover.notice')}>
      <p>{t('handover.noticeText')}</p>
      <LinkButton href="/play/handover">{t('handover.read')}</LinkButton>
    </Notice>
  );
}
