import { useT } from '../../../i18n/index.ts';
import { clearDevice } from '../../../state/keep-on-device.ts';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { Button, go } from '../../kit/index.ts';

/** The page of a tab that lost its seat: opened elsewhere, freed by the trainer, or the class is gone. */
export function SeatClosed({ phase, session }: { phase: 'elsewhere' | 'freed' | 'failed'; session: SeatSession }) {
  const t = useT('desk');
  const leave = (): void => {
    clearDevice();
    go('/');
  };
  return (
    <main class="center-page" id="content">
      <h1>{t(`closed.${phase}.title`)}</h1>
      <p>{t(`closed.${phase}.text`)}</p>
      {phase === 'elsewhere' ? (
        <Button onClick={() => session.connection.start()}>{t('closed.elsewhere.here')}</Button>
      ) : (
        <Button onClick={leave}>{t('toJoin')}</Button>
      )}
    </main>
  );
}
