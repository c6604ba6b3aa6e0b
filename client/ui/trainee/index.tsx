/** The trainee's page: finds the seat of this device, opens it, shows the shell. */
import { useEffect, useState } from 'preact/hooks';
import type { SeatAnswer } from '../../../shared/protocol/api.ts';
import { readSeat } from '../../connection/api.ts';
import type { Transport } from '../../connection/transport.ts';
import { loadTexts, PSEUDO, setLanguage, useT, wantedLanguage, textForId } from '../../i18n/index.ts';
import { clearDevice } from '../../state/keep-on-device.ts';
import { readPass } from '../../state/seat-pass.ts';
import { Button, go, LinkButton, Notice, Waiting } from '../kit/index.ts';
import { SeatProvider } from '../seat/seat-provider.tsx';
import { Shell } from './shell/shell.tsx';

const TEXTS = ['desk', 'people', 'share', 'work', 'game'] as const;

interface OpenedSeat {
  token: string;
  seat: SeatAnswer;
  transport: Transport;
}

/** Reads the seat, loads its texts and the transport. Resolves to an error code on failure. */
async function openSeat(token: string): Promise<OpenedSeat | string> {
  const [answer, { colyseusTransport }] = await Promise.all([
    readSeat(token),
    import('../../connection/colyseus-connection.ts'),
  ]);
  if (!answer.ok) return answer.error;
  const requested = new URLSearchParams(globalThis.location.search).get('lang');
  const language = requested ?? (wantedLanguage.value === PSEUDO ? PSEUDO : answer.value.language);
  await setLanguage(language, ...TEXTS);
  await loadTexts(...TEXTS);
  return { token, seat: answer.value, transport: colyseusTransport };
}

export default function Trainee() {
  const t = useT('desk');
  const [opened, setOpened] = useState<OpenedSeat>();
  const [error, setError] = useState<string>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const token = readPass();
    if (!token) return go('/', { replace: true });
    openSeat(token).then(
      (result) => (typeof result === 'string' ? setError(result) : setOpened(result)),
      () => setError('offline'),
    );
  }, [tries]);
  if (opened)
    return <SeatProvider {...opened}>{(session) => <Shell session={session} pin={opened.seat.pin} />}</SeatProvider>;
  if (!error)
    return (
      <div class="center-page">
        <Waiting label={t('opening')} />
      </div>
    );
  const isSeatGone = error === 'bad-token' || error === 'no-such-class';
  return (
    <main class="center-page">
      <Notice tone="due" title={textForId('common', `error.${error}`)}>
        {isSeatGone ? t('seatGone') : t('seatKept')}
      </Notice>
      {isSeatGone ? (
        <div onClickCapture={clearDevice}>
          <LinkButton href="/">{t('toJoin')}</LinkButton>
        </div>
      ) : (
        <Button
          onClick={() => {
            setError(undefined);
            setTries(tries + 1);
          }}
        >
          {t('tryAgain')}
        </Button>
      )}
    </main>
  );
}
