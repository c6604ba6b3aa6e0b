import { useT } from '../../../i18n/index.ts';
import { Button, Dialog, Radios } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useSend } from '../work/use-send.ts';

const WITH = ['service', 'social-worker', 'police-car', 'family'] as const;
type With = (typeof WITH)[number];

/** The form that starts a transport: who accompanies the person. */
export function TransportForm({ referral, open, onClose }: { referral: string; open: boolean; onClose: () => void }) {
  const t = useT('people');
  const { busy, send } = useSend();
  const [form, set, clear] = useSeat().draft<{ with: With | '' }>(`transport:${referral}`, { with: '' });
  const submit = (): void => {
    if (form.with === '') return;
    send({ type: 'start-transport', referral, with: form.with }, () => {
      clear();
      onClose();
    });
  };
  return (
    <Dialog
      open={open}
      title={t('referral.transport')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={form.with === ''} onClick={submit}>
          {t('referral.transportNow')}
        </Button>
      }
    >
      <Radios
        label={t('referral.with')}
        hint={t('referral.withWhy')}
        value={form.with}
        onChange={(value) => set({ with: value as With })}
        options={WITH.map((value) => ({ value, label: t(`transport.${value}`) }))}
      />
    </Dialog>
  );
}
