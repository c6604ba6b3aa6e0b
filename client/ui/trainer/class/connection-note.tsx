/** Reports the state of the trainer's own connection, and the last refused command. */
import { hasText } from '../../../i18n/index.ts';
import { Button, Notice, useT } from '../../kit/index.ts';
import { useRoom } from './room.tsx';

export function ConnectionNote() {
  const t = useT('trainer');
  const { state } = useRoom();
  const { phase } = state.connection;
  const refused = state.refused?.rejection.code;
  if (phase === 'failed') return <Notice tone="alert" live="polite" title={t('connection.failed')} />;
  if (state.restarting && (phase === 'live' || phase === 'reconnecting'))
    return <Notice tone="due" live="polite" title={t('connection.restarting')} />;
  if (phase === 'reconnecting') return <Notice tone="due" live="polite" title={t('connection.reconnecting')} />;
  if (!refused) return null;
  return (
    <Notice
      tone="due"
      live="polite"
      title={hasText('common', `reject.${refused}`) ? t(`reject.${refused}`) : t('connection.refused')}
    >
      <Dismiss />
    </Notice>
  );
}

function Dismiss() {
  const t = useT('trainer');
  const { dismissRefusal } = useRoom();
  return (
    <Button kind="quiet" size="small" onClick={dismissRefusal}>
      {t('ok')}
    </Button>
  );
}
