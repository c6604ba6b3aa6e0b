/** The decision not to charge a person, with reason and non-punishment check. */
import { Button, Dialog, TextArea, useT } from '../../kit/index.ts';
import type { NonPunishment } from '../../../../shared/vocabulary/enums.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { NonPunishmentCheck } from './non-punishment.tsx';

export function NoChargeForm({ person, onClose }: { person: string; onClose: () => void }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const [draft, setDraft, clear] = seat.draft<{ nonPunishment: NonPunishment; reason: string }>(`no-charge:${person}`, {
    nonPunishment: 'not-checked',
    reason: '',
  });
  const reason = draft.reason.trim();
  return (
    <Dialog
      open
      title={t('charging.noChargeTitle', { person: names.person(person) })}
      onClose={onClose}
      footer={
        <Button
          busy={busy}
          disabled={reason === ''}
          onClick={() =>
            send(
              { type: 'decide-no-charge', person, nonPunishment: draft.nonPunishment, reason },
              () => (clear(), onClose()),
            )
          }
        >
          {t('charging.noChargeSubmit')}
        </Button>
      }
    >
      <NonPunishmentCheck value={draft.nonPunishment} onChange={(nonPunishment) => setDraft({ nonPunishment })} />
      <TextArea label={t('shared.reason')} value={draft.reason} onChange={(value) => setDraft({ reason: value })} />
    </Dialog>
  );
}
