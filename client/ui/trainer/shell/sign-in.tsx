/** Sign-in with the key that the server printed at its start. There are no accounts. */
import { useState } from 'preact/hooks';
import { TRAINER } from '../../../../shared/access/stored-names.ts';
import type { ErrorCode } from '../../../connection/api.ts';
import { signIn } from '../../../connection/api.ts';
import { Button, Emblem, TextField, useT } from '../../kit/index.ts';

export function SignIn({ done }: { done: () => void }) {
  const t = useT('trainer');
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const answer = await signIn(key.trim());
    setBusy(false);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) done();
  };
  return (
    <main class="center-page" id="content">
      <form class="card sign-in" onSubmit={(event) => void submit(event)}>
        <p class="row">
          <Emblem emblem={TRAINER} size={48} />
          <span class="brand">{t('brand')}</span>
        </p>
        <h1>{t('actor.trainer')}</h1>
        <p>{t('signIn.where')}</p>
        <TextField
          label={t('signIn.key')}
          type="password"
          autocomplete="current-password"
          value={key}
          onChange={setKey}
          problem={
            error &&
            t(
              error === 'bad-key' || error === 'too-many-tries' || error === 'offline'
                ? `error.${error}`
                : 'error.internal',
            )
          }
          required
        />
        <Button type="submit" busy={busy} disabled={key.trim() === ''}>
          {t('signIn.go')}
        </Button>
        <p class="small dim">{t('signIn.trainee')}</p>
      </form>
    </main>
  );
}
