import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../i18n/index.ts';
import { Button } from './kit/button.tsx';
import { Notice, Waiting } from './kit/feedback.tsx';

type Loader = () => Promise<{ default: ComponentType }>;

/** A page that is loaded when it is first needed. A failed load says so and can be tried again; a new build is met by loading the page anew. */
export function LazyPage({ load }: { load: Loader }) {
  const t = useT('common');
  const [Page, setPage] = useState<ComponentType>();
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    load().then(
      (loaded) => wanted && setPage(() => loaded.default),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [load, tries]);
  if (Page) return <Page />;
  if (!failed)
    return (
      <div class="center-page">
        <Waiting />
      </div>
    );
  const again = (): void => {
    setFailed(false);
    if (tries > 0) globalThis.location.reload();
    else setTries(tries + 1);
  };
  return (
    <main class="center-page">
      <Notice tone="due" title={t('pageFailed.title')}>
        {t('pageFailed.text')}
      </Notice>
      <Button onClick={again}>{t('tryAgain')}</Button>
    </main>
  );
}
