import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../../../i18n/index.ts';
import { Button } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';

/** The page of a person who stepped out. Private: colleagues only see a lost connection. */
export function StepOut() {
  const t = useT('desk');
  const seat = useSeat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="center-page calm" id="content">
      <h1 ref={heading} tabIndex={-1}>
        {t('stepOut.title')}
      </h1>
      <p>{t('stepOut.text')}</p>
      <p>{t('stepOut.breathe')}</p>
      <p class="dim">{t('stepOut.private')}</p>
      <Button size="wide" onClick={() => seat.setStepOut(false)}>
        {t('stepOut.return')}
      </Button>
    </main>
  );
}
