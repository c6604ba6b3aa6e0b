/** The desks that have approved the plan. */
import { Button, Card, RoleTag, useT } from '../../kit/index.ts';
import type { OperationState } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useSend } from '../work/use-send.ts';

export function Approvals({ id, operation, open }: { id: string; operation: OperationState; open: boolean }) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  return (
    <Card level={2} title={t('plan.approvals')}>
      {operation.approvedBy.length === 0 && <p class="dim">{t('plan.approvedNone')}</p>}
      <ul class="plain row">
        {operation.approvedBy.map((role) => (
          <li key={role}>
            <RoleTag role={role} />
          </li>
        ))}
      </ul>
      {open && !operation.approvedBy.includes(seat.role) && (
        <div>
          <Button kind="quiet" busy={busy} onClick={() => send({ type: 'approve-plan', operation: id })}>
            {t('plan.approve')}
          </Button>
        </div>
      )}
    </Card>
  );
}
