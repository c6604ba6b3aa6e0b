/** The language to begin with: asked for in the address, chosen before on this device, spoken by the device, English. */
import { keep, readKept } from '../state/device-store.ts';
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

/** Remembers a choice on this device. */
export function keepLanguage(language: string): void {
  keep('local', KEY, language);
}
