import { useT } from '../../i18n/index.ts';
import { Button } from '../kit/button.tsx';

interface Props {
  value: string;
  /** The one that somebody in this class has already; empty where none was. */
  taken: string;
  another: () => void;
}

/** The made-up name under which one joins, and a way to another. */
export function CallSign({ value, taken, another }: Props) {
  const t = useT('join');
  return (
    <section class="call-sign" aria-label={t('callSign.label')}>
      <p class="strong">{t('callSign.label')}</p>
      <div class="spread">
        <output class="call-sign-name" aria-live="polite">
          <bdi>{value}</bdi>
        </output>
        <Button kind="quiet" onClick={another}>
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
