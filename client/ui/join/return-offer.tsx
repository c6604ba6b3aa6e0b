import { useEffect, useState } from 'preact/hooks';
import type { SeatAnswer } from '../../../shared/protocol/api.ts';
import { readSeat } from '../../connection/api.ts';
import { useT } from '../../i18n/index.ts';
import { leaveNothing } from '../../state/keep-on-device.ts';
import { readPass } from '../../state/seat-pass.ts';
import { Button, LinkButton } from '../kit/button.tsx';
import { Card } from '../kit/card.tsx';
import { showPin } from './pin.ts';

/** Somebody who has a seat already is offered it back, unless another class's code was scanned. */
export function ReturnOffer({ pin }: { pin: string }) {
  const t = useT('join');
  const [seat, setSeat] = useState<SeatAnswer>();
  useEffect(() => {
    const token = readPass();
    if (!token) return;
    void readSeat(token).then((answer) => {
      if (answer.ok) setSeat(answer.value);
      else if (answer.error === 'bad-token' || answer.error === 'no-such-class') leaveNothing();
    });
  }, []);
  if (!seat || (pin.length === 6 && pin !== seat.pin)) return null;
  const leave = (): void => {
    leaveNothing();
    setSeat(undefined);
  };
  return (
    <Card tone="good" title={t('return.title')}>
      <p>{t('return.text', { name: seat.name, pin: showPin(seat.pin) })}</p>
      <div class="row">
        <LinkButton href="/play">{t('return.action', { name: seat.name })}</LinkButton>
        <Button kind="quiet" onClick={leave}>
          {t('return.other')}
        </Button>
      </div>
    </Card>
  );
}
