import { useEffect } from 'preact/hooks';
import { useT } from '../../../i18n/index.ts';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { Button, Notice } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';

const SHOW_MS = 15_000;

/** The last refusal with its reason. It disappears after a while or when dismissed. */
export function Refused({ session }: { session: SeatSession }) {
  const t = useT('desk');
  const { refused } = useSeat().state;
  const dismiss = (): void => session.store.dispatch({ type: 'dismiss-refusal' });
  useEffect(() => {
    if (!refused) return undefined;
    const timer = setTimeout(dismiss, SHOW_MS);
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
