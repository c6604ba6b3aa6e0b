/** Replaces every page while the server speaks another protocol version than this tab, and reloads the page once. */
import { useEffect, useState } from 'preact/hooks';
import { compareVersions, PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { useT } from '../i18n/index.ts';
import { mayReloadFor, onOtherVersion } from '../state/other-version.ts';
import { Button } from './kit/button.tsx';

const reload = (): void => globalThis.location.reload();

/** The server's protocol version if it differs from this tab's. */
export function useOtherVersion(): number | undefined {
  const [server, setServer] = useState<number>();
  useEffect(() => onOtherVersion(setServer), []);
  return server;
}

export function OtherVersion({ server }: { server: number }) {
  const t = useT('common');
  const [reloading, setReloading] = useState(true);
  useEffect(() => {
    const may = mayReloadFor(server);
    setReloading(may);
    if (may) reload();
  }, [server]);
  const age = compareVersions(PROTOCOL_VERSION, server) === 'older' ? 'older' : 'newer';
  return (
    <main class="center-page" id="content">
      <div role="alert">
        <h1>{t(`otherVersion.${age}.title`)}</h1>
        <p>{t(`otherVersion.${age}.text`)}</p>
      </div>
      {reloading ? <p>{t('otherVersion.reloading')}</p> : <Button onClick={reload}>{t('otherVersion.reload')}</Button>}
    </main>
  );
}
