/** Controls of a learner who practises alone: pause, resume, end. */
import { useState } from 'preact/hooks';
import type { PublicState } from '../../../../shared/protocol/messages.ts';
import { Button, Dialog, go, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';

export function PracticeBar({ status }: { status: PublicState['status'] }) {
  const t = useT('desk');
  const { send } = useSeat();
  const [ending, setEnding] = useState(false);
  const end = async (): Promise<void> => {
    setEnding(false);
    const answer = await send({ type: 'end-exercise' });
    if (answer.ok) go('/play/debrief');
  };
  if (status === 'ended') return null;
  return (
    <div class="practice-bar" role="group" aria-label={t('practice.title')}>
      <span class="small dim">{t('practice.title')}</span>
      <span class="row tight">
        {status === 'paused' ? (
          <Button size="small" onClick={() => void send({ type: 'resume' })}>
            {t('shared.resume')}
          </Button>
        ) : (
          <Button kind="quiet" size="small" onClick={() => void send({ type: 'pause' })}>
            {t('shared.pause')}
          </Button>
        )}
        <Button kind="quiet" size="small" onClick={() => setEnding(true)}>
          {t('shared.end')}
        </Button>
      </span>
      <Dialog
        open={ending}
        title={t('practice.endTitle')}
        onClose={() => setEnding(false)}
        footer={
          <>
            <Button kind="quiet" onClick={() => setEnding(false)}>
              {t('practice.goOn')}
            </Button>
            <Button onClick={() => void end()}>{t('practice.endYes')}</Button>
          </>
        }
      >
        <p>{t('practice.endText')}</p>
      </Dialog>
    </div>
  );
}
