import { useEffect, useState } from 'preact/hooks';
import type { SeatAnswer } from '../../../shared/protocol/api.ts';
import { readSeat } from '../../connection/api.ts';
import { useT } from '../../i18n/index.ts';
import { clearDevice } from '../../state/keep-on-device.ts';
import { readPass } from '../../state/seat-pass.ts';
import { Button, LinkButton } from '../kit/button.tsx';
import { Card } from '../kit/card.tsx';
import { formatPin } from '../../state/pin.ts';

/** Offers a returning person their seat, unless they scanned the code of another class. */
export function ReturnOffer({ pin }: { pin: string }) {
  const t = useT('join');
  const [seat, setSeat] = useState<SeatAnswer>();
  useEffect(() => {
    const token = readPass();
    if (!token) return;
    void readSeat(token).then((answer) => {
      if (answer.ok) setSeat(answer.value);
      else if (answer.error === 'bad-token' || answer.error === 'no-such-class') clearDevice();
    });
  }, []);
  if (!seat || (pin.length === 6 && pin !== seat.pin)) return null;
  const leave = (): void => {
    clearDevice();
    setSeat(undefined);
  };
  return (
    <Card tone="good" title={t('return.title')}>
      <p>{t('return.text', { name: seat.name, pin: formatPin(seat.pin) })}</p>
      <div class="row">
        <LinkButton href="/play">{t('return.action', { name: seat.name })}</LinkButton>
        <Button kind="quiet" onClick={leave}>
          {t('return.other')}
        </Button>
      </div>
    </Card>
  );
}
