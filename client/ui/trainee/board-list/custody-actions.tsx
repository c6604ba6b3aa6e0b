import { useState } from 'preact/hooks';
import { BASES, type Basis, type Handling, HANDLINGS } from '../../../../shared/vocabulary/enums.ts';
import { formatSpan } from '../../../i18n/formats.ts';
import { useT } from '../../../i18n/index.ts';
import { deskIsAt, otherRoles } from '../../../state/selectors.ts';
import { Button, Dialog, Radios, Select } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';

interface FormProps {
  item: string;
  open: boolean;
  onClose: () => void;
}

/** Taking, handling, handing over and analysing an item, as far as its location and this desk's powers allow. */
export function CustodyActions({ item }: { item: string }) {
  const t = useT('desk');
  const seat = useSeat();
  const { busy, send } = useSend();
  const [open, setOpen] = useState<'take' | 'handle' | 'hand-over'>();
  const state = seat.world.items[item];
  if (!state) return null;
  const close = (): void => setOpen(undefined);
  const isHeld = state.heldBy === seat.role;
  const analysis = seat.card(`item:${item}`)?.facts?.analysis;
  const canTake =
    !state.perished &&
    state.heldBy === undefined &&
    deskIsAt(seat.world, seat.role, state.place) &&
    ['seize', 'copy', 'search'].some(seat.can);
  return (
    <>
      {canTake && (
        <Button kind="quiet" onClick={() => setOpen('take')}>
          {t('item.take')}
        </Button>
      )}
      {isHeld && (
        <Button kind="quiet" onClick={() => setOpen('handle')}>
          {t('item.handle')}
        </Button>
      )}
      {isHeld && (
        <Button kind="quiet" onClick={() => setOpen('hand-over')}>
          {t('item.handOver')}
        </Button>
      )}
      {isHeld && analysis && seat.can(analysis.needs) && !state.analysis && (
        <Button kind="quiet" busy={busy} onClick={() => send({ type: 'analyse-item', item })}>
          {t('item.analyse', { span: formatSpan(analysis.takes) })}
        </Button>
      )}
      <TakeForm item={item} open={open === 'take'} onClose={close} />
      <HandleForm item={item} open={open === 'handle'} onClose={close} />
      <HandOverForm item={item} open={open === 'hand-over'} onClose={close} />
    </>
  );
}

function TakeForm({ item, open, onClose }: FormProps) {
  const t = useT('desk');
  const { busy, send } = useSend();
  const [form, set, clear] = useSeat().draft<{ basis: Basis | '' }>(`take:${item}`, { basis: '' });
  const submit = (): void => {
    if (form.basis === '') return;
    send({ type: 'take-item', item, basis: form.basis }, () => {
      clear();
      onClose();
    });
  };
  return (
    <Dialog
      open={open}
      title={t('item.take')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={form.basis === ''} onClick={submit}>
          {t('item.takeNow')}
        </Button>
      }
    >
      <Radios
        label={t('shared.whichBasis')}
        hint={t('item.basisWhy')}
        value={form.basis}
        onChange={(basis) => set({ basis: basis as Basis })}
        options={BASES.map((value) => ({ value, label: t(`basis.${value}`), hint: t(`basisHint.${value}`) }))}
      />
    </Dialog>
  );
}

function HandleForm({ item, open, onClose }: FormProps) {
  const t = useT('desk');
  const { busy, send } = useSend();
  const [how, setHow] = useState<Handling | ''>('');
  const submit = (): void => {
    if (how === '') return;
    send({ type: 'handle-item', item, how }, onClose);
  };
  return (
    <Dialog
      open={open}
      title={t('item.handle')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={how === ''} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      <Radios
        label={t('item.handleHow')}
        hint={t('item.handleWhy')}
        value={how}
        onChange={(value) => setHow(value as Handling)}
        options={HANDLINGS.map((value) => ({ value, label: t(`handling.${value}`) }))}
      />
    </Dialog>
  );
}

function HandOverForm({ item, open, onClose }: FormProps) {
  const t = useT('desk');
  const seat = useSeat();
  const names = useNames();
  const { busy, send } = useSend();
  const [to, setTo] = useState('');
  const roles = otherRoles(seat.world, seat.role, seat.state.public?.roster ?? []).map((value) => ({
    value,
    label: names.role(value),
  }));
  const bodies = Object.entries(seat.law?.bodies ?? {}).map(([value, { title }]) => ({ value, label: title }));
  return (
    <Dialog
      open={open}
      title={t('item.handOver')}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={to === ''} onClick={() => send({ type: 'hand-over-item', item, to }, onClose)}>
          {t('item.handOverNow')}
        </Button>
      }
    >
      <Select
        label={t('item.to')}
        hint={t('item.toWhy')}
        value={to}
        empty={t('choose')}
        onChange={setTo}
        options={[...roles, ...bodies]}
      />
    </Dialog>
  );
}
