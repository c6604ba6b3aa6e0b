/** Going, or calling it off. What is missing is named before the door opens; it is the desk's decision all the same. */
import { useState } from 'preact/hooks';
import { Bdi, Button, Card, Dialog, Notice, useT } from '../../kit/index.ts';
import type { OperationState } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../seat.ts';
import { useServiceName } from '../work/directory.ts';
import { useSend } from '../work/use-send.ts';
import type { PlanGap } from './selectors.ts';

interface Props {
  id: string;
  operation: OperationState;
  gaps: PlanGap[];
  /** This desk leads the operation: it goes or calls it off. */
  leads: boolean;
}

export function Go({ id, operation, gaps, leads }: Props) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const [asking, ask] = useState<'launch' | 'abort' | undefined>();
  const shut = (): void => ask(undefined);
  if (operation.state === 'aborted' || operation.state === 'ended') return null;
  const mayLaunch = leads && seat.can('launch-operation') && operation.state !== 'launched';
  return (
    <Card level={2} title={t('plan.gaps')}>
      <Gaps gaps={gaps} />
      {leads && (
        <div class="row no-print">
          {mayLaunch && <Button onClick={() => ask('launch')}>{t('plan.launch')}</Button>}
          <Button kind="quiet" onClick={() => ask('abort')}>
            {t('plan.abort')}
          </Button>
        </div>
      )}
      <Dialog
        open={asking === 'launch'}
        title={t('plan.launchTitle')}
        onClose={shut}
        footer={
          <Button busy={busy} onClick={() => send({ type: 'launch-operation', operation: id }, shut)}>
            {t('plan.launchSubmit')}
          </Button>
        }
      >
        {gaps.length > 0 && <p>{t('plan.launchGaps')}</p>}
        <Gaps gaps={gaps} />
      </Dialog>
      <Dialog
        open={asking === 'abort'}
        title={t('plan.abortTitle')}
        onClose={shut}
        footer={
          <Button busy={busy} onClick={() => send({ type: 'abort-operation', operation: id }, shut)}>
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
  const seat = useSeat();
  const t = useT('work');
  const serviceName = useServiceName();
  if (gaps.length === 0) return <Notice tone="good">{t('plan.launchComplete')}</Notice>;
  const section = (id: string): string => seat.law?.['plan-sections'][id]?.title ?? id;
  const sentence = (gap: PlanGap): string => {
    if (gap.kind === 'section')
      return t(gap.essential ? 'plan.gap.essential' : 'plan.gap.section', { section: section(gap.section) });
    if (gap.kind === 'standby') return t('plan.gap.standby', { service: serviceName(gap.service) });
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
