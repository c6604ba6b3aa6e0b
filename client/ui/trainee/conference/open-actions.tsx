/** Agreed actions that are not done yet; this desk's own come first. */
import { Bdi, Button, Card, Chip, Deadline, RoleTag, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useSend } from '../work/use-send.ts';
import { openActions } from './selectors.ts';

export function OpenActions() {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const actions = openActions(seat.world, seat.role);
  if (actions.length === 0) return null;
  return (
    <Card level={2} title={t('conference.openActions')}>
      <ul class="plain stack divide">
        {actions.map(({ id, action }) => (
          <li key={id} class="stack tight">
            <strong>
              <Bdi>{seat.textOf(action.text)}</Bdi>
            </strong>
            <p class="row tight">
              <RoleTag role={action.to} />
              {action.to === seat.role && <Chip tone="due">{t('conference.yours')}</Chip>}
              <Deadline due={action.due} />
            </p>
            {action.to === seat.role && !seat.readOnly && (
              <div class="no-print">
                <Button kind="quiet" busy={busy} onClick={() => send({ type: 'finish-action', action: id })}>
                  {t('conference.done')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
