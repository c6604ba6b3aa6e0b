/** Launches or aborts an operation. It lists the gaps of the plan first, which do not prevent the launch. */
import { useState } from 'preact/hooks';
import { Bdi, Button, Card, Dialog, Notice, useT, Waiting } from '../../kit/index.ts';
import type { OperationState } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import type { PlanGap } from './selectors.ts';

interface LaunchProps {
  id: string;
  operation: OperationState;
  /** Undefined until everything is there that they are judged by. */
  gaps: PlanGap[] | undefined;
  /** True if this desk leads the operation and so may launch or abort it. */
  leads: boolean;
}

export function Launch({ id, operation, gaps, leads }: LaunchProps) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const [confirming, setConfirming] = useState<'launch' | 'abort' | undefined>();
  const close = (): void => setConfirming(undefined);
  if (operation.state === 'aborted' || operation.state === 'ended') return null;
  const mayLaunch = leads && seat.can('launch-operation') && operation.state !== 'launched';
  return (
    <Card level={2} title={t('plan.gaps')}>
      {gaps ? <Gaps gaps={gaps} /> : <Waiting />}
      {leads && (
        <div class="row no-print">
          {mayLaunch && <Button onClick={() => setConfirming('launch')}>{t('plan.launch')}</Button>}
          <Button kind="quiet" onClick={() => setConfirming('abort')}>
            {t('plan.abort')}
          </Button>
        </div>
      )}
      <Dialog
        open={confirming === 'launch'}
        title={t('plan.launchTitle')}
        onClose={close}
        footer={
          <Button busy={busy} onClick={() => send({ type: 'launch-operation', operation: id }, close)}>
            {t('plan.launchSubmit')}
          </Button>
        }
      >
        {gaps && gaps.length > 0 && <p>{t('plan.launchGaps')}</p>}
        {gaps ? <Gaps gaps={gaps} /> : <Waiting />}
      </Dialog>
      <Dialog
        open={confirming === 'abort'}
        title={t('plan.abortTitle')}
        onClose={close}
        footer={
          <Button busy={busy} onClick={() => send({ type: 'abort-operation', operation: id }, close)}>
            {t('plan.abortSubmit')}
          </Button>
        }
      >
        <p>{t('plan.abortText')}</p>
      </Dialog>
    </Card>
  );
}

function Gaps({ gaps }: { gaps: PlanGap[] }) {
  const t = useT('work');
  const names = useNames();
  if (gaps.length === 0) return <Notice tone="good">{t('plan.launchComplete')}</Notice>;
  const sentence = (gap: PlanGap): string => {
    if (gap.kind === 'section')
      return t(gap.essential ? 'plan.gap.essential' : 'plan.gap.section', { section: names.planSection(gap.section) });
    if (gap.kind === 'standby') return t('plan.gap.standby', { service: names.service(gap.service) });
    if (gap.kind === 'beds') return t('plan.gap.beds', { have: gap.have, expected: gap.expected });
    return t(`plan.gap.${gap.kind}`);
  };
  return (
    <ul class="pl-gaps">
      {gaps.map((gap) => (
        <li key={sentence(gap)} data-essential={gap.kind !== 'section' || gap.essential}>
          <Bdi>{sentence(gap)}</Bdi>
        </li>
      ))}
    </ul>
  );
}
