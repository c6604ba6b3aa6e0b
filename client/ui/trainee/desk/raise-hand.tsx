/** Calls the trainer to this desk. Only the trainer sees a raised hand. */
import { raisedHands } from '../../../state/selectors.ts';
import { Button, CaseTime, Chip, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useSend } from '../work/use-send.ts';

export function RaiseHand() {
  const t = useT('desk');
  const { world, seat, state, readOnly } = useSeat();
  const { busy, send } = useSend();
  const since = raisedHands(world)[seat];
  if (state.me?.alone) return null;
  if (since !== undefined)
    return (
      <p class="row tight" role="status">
        <Chip tone="due">{t('hand.up')}</Chip> <CaseTime at={since} short />
        <span class="small dim">{t('hand.seen')}</span>
      </p>
    );
  if (readOnly) return null;
  return (
    <p class="row tight">
      <Button kind="quiet" busy={busy} onClick={() => send({ type: 'raise-hand' })}>
        {t('hand.raise')}
      </Button>
      <span class="small dim">{t('hand.why')}</span>
    </p>
  );
}
