/** Language and theme of this page and of every desk frame. */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { COMPLETE, LANGUAGES, setLanguage, wantedLanguage } from '../i18n/index.ts';
import { Radios, Select, useT } from '../ui/kit/index.ts';
import { preferences, setPreferences } from '../device/preferences.ts';

export function DisplayMenu() {
  const t = useT('preview');
  useEffect(
    () =>
      effect(() => {
        void preferences.value;
        const { theme } = document.documentElement.dataset;
        for (const frame of document.querySelectorAll('iframe')) {
          const root = frame.contentDocument?.documentElement;
          if (root && theme !== undefined) root.dataset['theme'] = theme;
        }
      }),
    [],
  );
  return (
    <details class="looks">
      <summary class="btn quiet icon" aria-label={t('display.menu')}>
        <span aria-hidden="true">◐</span>
      </summary>
      <div class="card">
        <Select
          label={t('shared.language')}
          options={COMPLETE.map((code) => ({ value: code, label: LANGUAGES[code]?.name ?? code }))}
          value={wantedLanguage.value}
          onChange={(code) => void setLanguage(code, 'preview')}
        />
        <Radios
          label={t('display.theme')}
          options={(['auto', 'light', 'dark'] as const).map((theme) => ({
            value: theme,
            label: t(`display.themes.${theme}`),
          }))}
          value={preferences.value.theme}
          onChange={(theme) => setPreferences({ theme: theme as 'auto' | 'light' | 'dark' })}
        />
      </div>
    </details>
  );
}
