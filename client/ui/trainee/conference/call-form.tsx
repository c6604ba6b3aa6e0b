/** The form that calls a conference: desks and agenda. */
import { Button, Checks, Dialog, TextArea, useT } from '../../kit/index.ts';
import { otherRoles } from '../../../state/selectors.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { agendaLines, MAX_POINTS } from './agenda.ts';

export function CallForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const [draft, setDraft, clear] = seat.draft<{ with: string[]; agenda: string }>('conference-call', {
    with: [],
    agenda: '',
  });
  const agenda = agendaLines(draft.agenda);
  const tooMany = agenda.length > MAX_POINTS;
  const others = otherRoles(seat.world, seat.role, seat.state.public?.roster ?? []);
  const call = (): void =>
    send({ type: 'call-conference', with: draft.with, agenda }, () => {
      clear();
      onClose();
    });
  return (
    <Dialog
      open={open}
      title={t('conference.callTitle')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={draft.with.length === 0 || agenda.length === 0 || tooMany} onClick={call}>
          {t('conference.callSubmit')}
        </Button>
      }
    >
      <Checks
        label={t('conference.who')}
        options={others.map((value) => ({ value, label: names.role(value) }))}
        values={draft.with}
        onChange={(roles) => setDraft({ with: roles })}
        columns
      />
      <TextArea
        label={t('conference.agenda')}
        hint={t('conference.agendaHint')}
        problem={tooMany ? t('conference.agendaTooMany') : undefined}
        value={draft.agenda}
        onChange={(agenda) => setDraft({ agenda })}
        rows={4}
      />
    </Dialog>
  );
}
