/** The closing dialog: final steps with the person, and the summary for the file. */
import { Button, Checks, Dialog, TextArea, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useSend } from '../work/use-send.ts';
import { CLOSE_STEPS } from '../../../../shared/exercise/standard-steps.ts';

export function CloseForm({ id, open, onClose }: { id: string; open: boolean; onClose: () => void }) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const [draft, setDraft, clear] = seat.draft<{ steps: string[]; text: string }>(`interview-close:${id}`, {
    steps: [],
    text: '',
  });
  const close = (): void => {
    const text = draft.text.trim();
    send({ type: 'close-interview', interview: id, steps: draft.steps, text: text === '' ? undefined : text }, () => {
      clear();
      onClose();
    });
  };
  return (
    <Dialog
      open={open}
      title={t('interview.close.title')}
      onClose={onClose}
      footer={
        <Button kind="primary" busy={busy} onClick={close}>
          {t('interview.close.submit')}
        </Button>
      }
    >
      <p class="dim">{t('interview.close.lead')}</p>
      <Checks
        label={t('interview.close.steps')}
        options={CLOSE_STEPS.map((value) => ({ value, label: t(`interview.close.step.${value}`) }))}
        values={draft.steps}
        onChange={(values) => setDraft({ steps: values })}
      />
      <TextArea
        label={t('interview.close.summary')}
        hint={t('interview.close.summaryHint')}
        value={draft.text}
        onChange={(text) => setDraft({ text })}
      />
    </Dialog>
  );
}
