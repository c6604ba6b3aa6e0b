/** How this device shows things: theme, contrast, size of type, clock. Never sent anywhere. */
import { effect, signal } from '@preact/signals';
import { keep, readKept } from '../state/device-store.ts';

export interface Preferences {
  theme: 'auto' | 'light' | 'dark';
  contrast: 'normal' | 'high';
  type: 'normal' | 'large';
  /** `six`: the day counted from sunrise and sunset, as many speakers of Swahili and Amharic do. */
  clock: 'civil' | 'six';
}

const KEY = 'baraza.preferences';
const PLAIN: Preferences = { theme: 'auto', contrast: 'normal', type: 'normal', clock: 'civil' };

function readPreferences(): Preferences {
  const kept = readKept('local', KEY);
  return typeof kept === 'object' && kept !== null ? { ...PLAIN, ...kept } : PLAIN;
}

export const preferences = signal<Preferences>(readPreferences());

export function setPreferences(next: Partial<Preferences>): void {
  preferences.value = { ...preferences.value, ...next };
  keep('local', KEY, preferences.value);
}

/** Keeps the document's looks in step with the preferences and with the device's own dark mode. Call once. */
export function applyPreferences(root: HTMLElement): void {
  const dark = globalThis.matchMedia('(prefers-color-scheme: dark)');
  const contrast = globalThis.matchMedia('(prefers-contrast: more)');
  const deviceChanged = signal(0);
  for (const query of [dark, contrast]) query.addEventListener('change', () => (deviceChanged.value += 1));
  effect(() => {
    void deviceChanged.value;
    const wanted = preferences.value;
    root.dataset['theme'] = wanted.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : wanted.theme;
    root.dataset['contrast'] = wanted.contrast === 'high' || contrast.matches ? 'high' : 'normal';
    root.dataset['type'] = wanted.type;
  });
}
