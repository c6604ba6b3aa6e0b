/** Actions during the account: break, show an item, pass the lead, close. The interpreter is changed during a break. */
import { useState } from 'preact/hooks';
import { Button, CaseTime, Dialog, Radios, useT } from '../../kit/index.ts';
import type { Interview } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { CloseForm } from './close-form.tsx';
import { itemsToShow } from './selectors.ts';

type OpenDialog = 'show' | 'pass' | 'close' | undefined;

export function RoomActions({ id, interview, leads }: { id: string; interview: Interview; leads: boolean }) {
  const t = useT('work');
  const { busy, send } = useSend();
  const [open, setOpen] = useState<OpenDialog>();
  const close = (): void => setOpen(undefined);
  if (!leads) return null;
  const onBreak = interview.state === 'break';
  return (
    <>
      {onBreak && interview.breakSince !== undefined && (
        <p class="dim">
          {t('interview.account.onBreak')} <CaseTime at={interview.breakSince} />
        </p>
      )}
      <div class="row">
        <Button
          kind={onBreak ? 'primary' : 'quiet'}
          busy={busy}
          onClick={() => send({ type: onBreak ? 'end-break' : 'take-break', interview: id })}
        >
          {t(onBreak ? 'interview.account.resume' : 'interview.account.break')}
        </Button>
        {!onBreak && (
          <Button kind="quiet" onClick={() => setOpen('show')}>
            {t('interview.account.show')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => setOpen('pass')}>
          {t('interview.account.pass')}
        </Button>
        <Button kind="quiet" onClick={() => setOpen('close')}>
          {t('interview.account.close')}
        </Button>
      </div>
      <ShowItem id={id} interview={interview} open={open === 'show'} onClose={close} />
      <PassLead id={id} interview={interview} open={open === 'pass'} onClose={close} />
      <CloseForm id={id} open={open === 'close'} onClose={close} />
    </>
  );
}

interface RoomDialogProps {
  id: string;
  interview: Interview;
  open: boolean;
  onClose: () => void;
}

function ShowItem({ id, interview, open, onClose }: RoomDialogProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const [item, setItem] = useState('');
  const items = itemsToShow(seat.world, seat.role, interview);
  return (
    <Dialog
      open={open}
      title={t('interview.account.showTitle')}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          busy={busy}
          disabled={item === ''}
          onClick={() => send({ type: 'show-item', interview: id, item }, onClose)}
        >
          {t('interview.account.showSubmit')}
        </Button>
      }
    >
      {items.length === 0 ? (
        <p>{t('interview.account.showNone')}</p>
      ) : (
        <Radios
          label={t('interview.account.showTitle')}
          options={items.map(({ item: value, shown }) => ({
            value,
            label: names.item(value),
            ...(shown ? { hint: t('interview.account.shown') } : {}),
          }))}
          value={item}
          onChange={setItem}
        />
      )}
    </Dialog>
  );
}

function PassLead({ id, interview, open, onClose }: RoomDialogProps) {
  const seat = useSeat();
  const t = useT('work');
  const { busy, send } = useSend();
  const [to, setTo] = useState('');
  const others = (seat.state.public?.roster ?? []).filter(
    (entry) => entry.role === seat.role && entry.seat !== interview.lead && !entry.simulated,
  );
  return (
    <Dialog
      open={open}
      title={t('interview.account.passTitle')}
      onClose={onClose}
      footer={
        <Button
          kind="primary"
          busy={busy}
          disabled={to === ''}
          onClick={() => send({ type: 'pass-lead', interview: id, to }, onClose)}
        >
          {t('interview.account.passSubmit')}
        </Button>
      }
    >
      {others.length === 0 ? (
        <p>{t('interview.account.passNone')}</p>
      ) : (
        <Radios
          label={t('interview.account.passTitle')}
          options={others.map((entry) => ({ value: entry.seat, label: entry.name }))}
          value={to}
          onChange={setTo}
        />
      )}
    </Dialog>
  );
}
