import { useT } from '../../i18n/index.ts';
import { Button } from '../kit/button.tsx';

interface CallSignProps {
  value: string;
  /** The call sign that another person of this class already has; empty if there is none. */
  taken: string;
  onAnother: () => void;
}

/** The generated call sign, and a button for another one. */
export function CallSign({ value, taken, onAnother }: CallSignProps) {
  const t = useT('join');
  return (
    <section class="call-sign" aria-label={t('callSign.label')}>
      <p class="strong">{t('callSign.label')}</p>
      <div class="spread">
        <output class="call-sign-name" aria-live="polite">
          <bdi>{value}</bdi>
        </output>
        <Button kind="quiet" onClick={onAnother}>
          {t('callSign.another')}
        </Button>
      </div>
      <p class="small dim">{t('callSign.hint')}</p>
      {taken !== '' && (
        <p class="problem" role="alert">
          {t('callSign.taken', { name: taken })}
        </p>
      )}
    </section>
  );
}
