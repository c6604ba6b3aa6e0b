/** Display settings of this device: theme, contrast, type size, clock. They never leave the device. */
import { effect, signal } from '@preact/signals';
import { keep, readKept } from './device-store.ts';

export interface Preferences {
  theme: 'auto' | 'light' | 'dark';
  contrast: 'normal' | 'high';
  type: 'normal' | 'large';
  /** `six`: hours are counted from sunrise and sunset, as many speakers of Swahili and Amharic do. */
  clock: 'civil' | 'six';
}

const KEY = 'baraza.preferences';
const DEFAULTS: Preferences = { theme: 'auto', contrast: 'normal', type: 'normal', clock: 'civil' };

function readPreferences(): Preferences {
  const stored = readKept('local', KEY);
  return typeof stored === 'object' && stored !== null ? { ...DEFAULTS, ...stored } : DEFAULTS;
}

export const preferences = signal<Preferences>(readPreferences());

export function setPreferences(next: Partial<Preferences>): void {
  preferences.value = { ...preferences.value, ...next };
  keep('local', KEY, preferences.value);
}

/** Keeps the document's attributes in sync with the preferences and the device's own settings. Call once. */
export function applyPreferences(root: HTMLElement): void {
  const dark = globalThis.matchMedia('(prefers-color-scheme: dark)');
  const contrast = globalThis.matchMedia('(prefers-contrast: more)');
  const deviceChanged = signal(0);
  for (const query of [dark, contrast]) query.addEventListener('change', () => (deviceChanged.value += 1));
  effect(() => {
    void deviceChanged.value;
    const chosen = preferences.value;
    root.dataset['theme'] = chosen.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen.theme;
    root.dataset['contrast'] = chosen.contrast === 'high' || contrast.matches ? 'high' : 'normal';
    root.dataset['type'] = chosen.type;
  });
}
