import { useEffect } from 'preact/hooks';
import { useT } from '../../../i18n/index.ts';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { Button, Notice } from '../../kit/index.ts';
import { useSeat } from '../../seat.ts';

const STAYS = 15_000;

/** The last refusal: why, and that the form is kept. Goes by itself after a while or with a press. */
export function Refused({ session }: { session: SeatSession }) {
  const t = useT('desk');
  const { refused } = useSeat().state;
  const dismiss = (): void => session.store.dispatch({ type: 'dismiss-refusal' });
  useEffect(() => {
    if (!refused) return undefined;
    const timer = setTimeout(dismiss, STAYS);
    return () => clearTimeout(timer);
  }, [refused]);
  return (
    <div class="toast" aria-live="polite">
      {refused && (
        <Notice tone="due" title={t('refused')}>
          <p>{t(`reject.${refused.rejection.code}`)}</p>
          <Button kind="quiet" size="small" onClick={dismiss}>
            {t('close')}
          </Button>
        </Notice>
      )}
    </div>
  );
}
