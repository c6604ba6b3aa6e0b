import { useState } from 'preact/hooks';
import { useT } from '../../i18n/index.ts';
import { preferences, setPreferences, type Preferences } from '../../device/preferences.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Check, Radios } from './fields.tsx';

/** The display settings of this device: theme, contrast, size, clock. */
export function DisplaySettings() {
  const t = useT('common');
  const [open, setOpen] = useState(false);
  const now = preferences.value;
  return (
    <>
      <Button kind="quiet" size="icon" aria-label={t('display.open')} onClick={() => setOpen(true)}>
        <svg
          viewBox="0 0 24 24"
          width="22"
          height="22"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          aria-hidden="true"
        >
          <circle cx="12" cy="12" r="8" />
          <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
        </svg>
      </Button>
      <Dialog open={open} title={t('display.title')} onClose={() => setOpen(false)}>
        <Radios
          label={t('display.theme')}
          value={now.theme}
          columns
          onChange={(theme) => setPreferences({ theme: theme as Preferences['theme'] })}
          options={(['auto', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`display.themes.${value}`),
          }))}
        />
        <Check
          label={t('display.contrast')}
          checked={now.contrast === 'high'}
          onChange={(on) => setPreferences({ contrast: on ? 'high' : 'normal' })}
        />
        <Check
          label={t('display.large')}
          checked={now.type === 'large'}
          onChange={(on) => setPreferences({ type: on ? 'large' : 'normal' })}
        />
        <Check
          label={t('display.six')}
          hint={t('display.sixHint')}
          checked={now.clock === 'six'}
          onChange={(on) => setPreferences({ clock: on ? 'six' : 'civil' })}
        />
      </Dialog>
    </>
  );
}
