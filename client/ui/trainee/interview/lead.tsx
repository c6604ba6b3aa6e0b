/** Names the seat that leads, for the others at the desk. Any of them can take the lead over. */
import { Bdi, Button, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

export function LeadLine({ id, interview }: { id: string; interview: Interview }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  return (
    <p class="row">
      <Bdi>{t('interview.account.lead', { name: names.seat(interview.lead) })}</Bdi>
      <Button
        kind="quiet"
        size="small"
        busy={busy}
        onClick={() => send({ type: 'pass-lead', interview: id, to: seat.seat })}
      >
        {t('interview.account.takeLead')}
      </Button>
    </p>
  );
}
