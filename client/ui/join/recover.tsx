import { useState } from 'preact/hooks';
import { recoverSeat } from '../../connection/api.ts';
import { useT } from '../../i18n/index.ts';
import { keepPass } from '../../state/seat-pass.ts';
import { Button } from '../kit/button.tsx';
import { Card } from '../kit/card.tsx';
import { TextField } from '../kit/fields.tsx';
import { go } from '../kit/hooks.ts';
import { isCompletePin } from '../../state/pin.ts';

/** Returns a person to their seat with a one-time code from the trainer, after the device or its storage was lost. */
export function Recover({ pin }: { pin: string }) {
  const t = useT('join');
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!isCompletePin(pin)) return setError(t('recover.pinFirst'));
    setBusy(true);
    const answer = await recoverSeat(pin, code.trim());
    setBusy(false);
    if (!answer.ok) return setError(t(`error.${answer.error}`));
    keepPass(answer.value.token);
    go('/play');
  };
  return (
    <Card title={t('recover.title')}>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('recover.code')}
          hint={t('recover.hint')}
          value={code}
          onChange={setCode}
          problem={error}
          maxLength={20}
          autocomplete="one-time-code"
        />
        <Button type="submit" kind="quiet" busy={busy}>
          {t('recover.action')}
        </Button>
      </form>
    </Card>
  );
}
