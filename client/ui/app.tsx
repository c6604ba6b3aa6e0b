/** Selects the page of the current address. */
import type { ComponentType } from 'preact';
import { useT } from '../i18n/index.ts';
import { LazyPage } from './kit/lazy-page.tsx';
import { LinkButton } from './kit/button.tsx';
import { useRoute } from './kit/hooks.ts';
import { OtherVersion, useOtherVersion } from './other-version.tsx';
import { Join } from './join/join.tsx';

type Page = { default: ComponentType };
const pages = import.meta.glob<Page>(['./trainee/index.tsx', './trainer/index.tsx', './wall/index.tsx']);
const BY_PATH: Record<string, string> = {
  play: './trainee/index.tsx',
  trainer: './trainer/index.tsx',
  wall: './wall/index.tsx',
};

export function App() {
  const t = useT('common');
  const { parts } = useRoute();
  const [first = ''] = parts;
  const load = pages[BY_PATH[first] ?? ''];
  const otherVersion = useOtherVersion();
  return (
    <>
      <aside class="exercise-mark" aria-label={t('exercise')}>
        {t('exercise')}
      </aside>
      {otherVersion !== undefined ? (
        <OtherVersion server={otherVersion} />
      ) : load ? (
        <LazyPage key={first} load={load} />
      ) : first === '' || first === 'j' ? (
        <Join pin={parts[1] ?? ''} />
      ) : (
        <NoSuchPage />
      )}
    </>
  );
}

function NoSuchPage() {
  const t = useT('common');
  return (
    <main class="center-page">
      <h1>{t('noPage.title')}</h1>
      <p>{t('noPage.text')}</p>
      <LinkButton href="/">{t('noPage.action')}</LinkButton>
    </main>
  );
}
