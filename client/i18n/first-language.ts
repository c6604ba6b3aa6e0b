/** Picks the first language: from the address, else the choice kept on this device, else the device's languages, else English. */
import { keep, readKept } from '../device/device-store.ts';
import { LANGUAGES, PSEUDO } from './index.ts';

const KEY = 'baraza.language';

export function firstLanguage(): string {
  const asked = new URLSearchParams(globalThis.location.search).get('lang');
  const known = (language: unknown): language is string =>
    typeof language === 'string' && (language === PSEUDO || language in LANGUAGES);
  const candidates = [asked, readKept('local', KEY), ...globalThis.navigator.languages.map((tag) => tag.split('-')[0])];
  const first = candidates.find(known) ?? 'en';
  if (asked === first) keepLanguage(first);
  return first;
}

/** Stores the chosen language on this device. */
export function keepLanguage(language: string): void {
  keep('local', KEY, language);
}
