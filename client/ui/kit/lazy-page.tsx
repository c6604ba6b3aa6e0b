import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../i18n/index.ts';
import { Button } from './button.tsx';
import { Notice, Waiting } from './feedback.tsx';

type Loader = () => Promise<{ default: ComponentType }>;

/** Loads a page on first use. A failed load can be retried; the second retry reloads the document, because a new build has other file names. */
export function LazyPage({ load }: { load: Loader }) {
  const t = useT('common');
  const [Page, setPage] = useState<ComponentType>();
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isMounted = true;
    load().then(
      (loaded) => isMounted && setPage(() => loaded.default),
      () => isMounted && setFailed(true),
    );
    return () => {
      isMounted = false;
    };
  }, [load, tries]);
  if (Page) return <Page />;
  if (!failed)
    return (
      <div class="center-page">
        <Waiting />
      </div>
    );
  const retry = (): void => {
    setFailed(false);
    if (tries > 0) globalThis.location.reload();
    else setTries(tries + 1);
  };
  return (
    <main class="center-page">
      <Notice tone="due" title={t('pageFailed.title')}>
        {t('pageFailed.text')}
      </Notice>
      <Button onClick={retry}>{t('tryAgain')}</Button>
    </main>
  );
}
