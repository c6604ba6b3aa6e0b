import { useT } from '../../../i18n/index.ts';
import { Button, Dialog, TextArea } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useSend } from '../work/use-send.ts';

/** The form that reports back to the referring desk after the arrival. */
export function FeedbackForm({ referral, open, onClose }: { referral: string; open: boolean; onClose: () => void }) {
  const t = useT('people');
  const { busy, send } = useSend();
  const [form, set, clear] = useSeat().draft(`feedback:${referral}`, { text: '' });
  const submit = (): void =>
    send({ type: 'give-feedback', referral, ...(form.text.trim() ? { text: form.text } : {}) }, () => {
      clear();
      onClose();
    });
  return (
    <Dialog
      open={open}
      title={t('referral.feedback')}
      onClose={onClose}
      footer={
        <Button busy={busy} onClick={submit}>
          {t('send')}
        </Button>
      }
    >
      <TextArea
        label={t('referral.feedbackText')}
        hint={t('referral.feedbackWhy')}
        value={form.text}
        onChange={(text) => set({ text })}
      />
    </Dialog>
  );
}
