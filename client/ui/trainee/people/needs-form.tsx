import { NEEDS, type Need } from '../../../../shared/vocabulary/enums.ts';
import { useT } from '../../../i18n/index.ts';
import { Button, Checks, Dialog } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useSend } from '../work/use-send.ts';

/** The form that records the needs of a person. */
export function NeedsForm({ person, open, onClose }: { person: string; open: boolean; onClose: () => void }) {
  const t = useT('people');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [form, set, clear] = seat.draft(`needs:${person}`, { needs: [] as string[] });
  const needs = form.needs.filter((need): need is Need => (NEEDS as readonly string[]).includes(need));
  const submit = (): void =>
    send({ type: 'assess-needs', person, needs }, () => {
      clear();
      onClose();
    });
  return (
    <Dialog
      open={open}
      title={t('referral.assess')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={needs.length === 0} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      <Checks
        label={t('referral.needs')}
        hint={t('referral.needsWhy')}
        columns
        values={form.needs}
        onChange={(chosen) => set({ needs: chosen })}
        options={NEEDS.map((value) => ({ value, label: seat.law?.needs[value] ?? t(`need.${value}`) }))}
      />
    </Dialog>
  );
}
