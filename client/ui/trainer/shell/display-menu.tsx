/** Language and theme of this screen. */
import { LANGUAGES, COMPLETE, setLanguage, wantedLanguage } from '../../../i18n/index.ts';
import { preferences, setPreferences } from '../../../device/preferences.ts';
import { Radios, Select, useT } from '../../kit/index.ts';

export function DisplayMenu() {
  const t = useT('trainer');
  const languages = COMPLETE.map((code) => ({ value: code, label: LANGUAGES[code]?.name ?? code }));
  return (
    <details class="display-menu no-print">
      <summary aria-label={t('display.menu')}>
        <span aria-hidden="true">◐</span>
      </summary>
      <div class="card">
        <Select
          label={t('shared.language')}
          options={languages}
          value={wantedLanguage.value}
          onChange={(code) => void setLanguage(code, 'trainer', 'debrief', 'names')}
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
