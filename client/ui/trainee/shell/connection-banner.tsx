import { useT } from '../../../i18n/index.ts';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { Button, Notice } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';

/** A banner during an outage or before a restart: the cause, what is saved, what is pending, and a retry button. */
export function ConnectionBanner({ session }: { session: SeatSession }) {
  const t = useT('desk');
  const { state } = useSeat();
  const { phase, attempt } = state.connection;
  const { restarting } = session.store.get();
  if (restarting && phase === 'live')
    return (
      <Notice tone="due" live="polite" title={t('connection.restarting')}>
        {t('connection.restartingText')}
      </Notice>
    );
  if (phase !== 'reconnecting' || attempt === 0) return null;
  return (
    <Notice tone="due" live="polite" title={t(restarting ? 'connection.restarting' : 'connection.title')}>
      <p>
        {state.pending.length > 0
          ? t('connection.waiting', { count: state.pending.length })
          : t('connection.nothingWaits')}
      </p>
      <Button kind="quiet" size="small" onClick={() => session.connection.retryNow()}>
        {t('connection.now')}
      </Button>
    </Notice>
  );
}
