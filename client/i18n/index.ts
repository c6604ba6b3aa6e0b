/// <reference types="vite/client" />
/**
 * Interface texts. Each part of the client fills its own namespace in `en/`, `fr/` and `sw/`; only the language in use is loaded.
 * `common` answers where a namespace has no such key.
 */
import { signal } from '@preact/signals';
import { createInstance } from 'i18next';
import { useEffect } from 'preact/hooks';
import type { KeyOf, Namespace } from './keys.ts';
import { pseudo, type Texts } from './pseudo.ts';

export type { KeyOf, Namespace } from './keys.ts';
export type Params = Record<string, string | number>;
/** Reads a text by its key; a key that English lacks is a compile error. */
export type T<Name extends Namespace> = (key: KeyOf<Name>, params?: Params) => string;

/** Languages people can choose, in their own names. Cases may be in any of them; the screens are complete in `COMPLETE`. */
export const LANGUAGES: Record<string, { name: string; dir: 'ltr' | 'rtl' }> = {
  en: { name: 'English', dir: 'ltr' },
  fr: { name: 'Français', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
  am: { name: 'አማርኛ', dir: 'ltr' },
  so: { name: 'Soomaali', dir: 'ltr' },
  sw: { name: 'Kiswahili', dir: 'ltr' },
  /** The test language of cases (`npx baraza translate pseudo`); on offer only where a case has it. */
  qps: { name: '⟦Tést~⟧', dir: 'ltr' },
};
export const COMPLETE: readonly string[] = ['en', 'fr', 'sw'];
/** A right-to-left test language made from English: `?lang=ar-x-pseudo`. */
export const PSEUDO = 'ar-x-pseudo';

const files = import.meta.glob<{ default: Texts }>([
  './en/*.json',
  './fr/*.json',
  './sw/*.json',
  '!./*/common.json',
  '!./*/join.json',
]);
type First = Partial<Record<Namespace, Texts>>;
/** What the first page says, together. `first.js` has it fetched while the program is on its way. */
const firstTexts = import.meta.glob<First>('../first-words/*.ts');

async function readTexts(language: string, name: Namespace): Promise<Texts | undefined> {
  if (name === 'common' || name === 'join') return (await firstTexts[`../first-words/${language}.ts`]?.())?.[name];
  return (await files[`./${language}/${name}.json`]?.())?.default;
}
const texts = createInstance();
void texts.init({
  lng: 'en',
  fallbackLng: false,
  resources: {},
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** What was asked for (`am`), and the language the screens are in (`en`). */
export const wantedLanguage = signal('en');
export const screenLanguage = signal('en');
/** Rises when texts arrive, so that what was drawn without them is drawn again. */
const arrivals = signal(0);

const keyOf = (language: string): string => (language === PSEUDO ? 'en-XB' : language);

/** Loads a namespace in the language of the screens. Safe to call often. */
export async function loadTexts(...namespaces: Namespace[]): Promise<void> {
  const language = screenLanguage.value;
  const missing = namespaces.filter((name) => !texts.hasResourceBundle(keyOf(language), name));
  await Promise.all(
    missing.map(async (name) => {
      const loaded = await readTexts(language === PSEUDO ? 'en' : language, name);
      if (!loaded) return;
      texts.addResourceBundle(keyOf(language), name, language === PSEUDO ? pseudo(loaded) : loaded);
    }),
  );
  if (missing.length > 0) arrivals.value += 1;
}

/** Puts the screens into a language (English where they are not translated) and tells the document. */
export async function setLanguage(wanted: string, ...namespaces: Namespace[]): Promise<void> {
  wantedLanguage.value = wanted;
  screenLanguage.value = wanted === PSEUDO || COMPLETE.includes(wanted) ? wanted : 'en';
  await texts.changeLanguage(keyOf(screenLanguage.value));
  await loadTexts('common', ...namespaces);
  document.documentElement.lang = screenLanguage.value;
  document.documentElement.dir = screenDirection();
}

export function screenDirection(): 'ltr' | 'rtl' {
  return screenLanguage.value === PSEUDO ? 'rtl' : (LANGUAGES[screenLanguage.value]?.dir ?? 'ltr');
}

/** A text of a namespace, outside components. Empty while the namespace is on its way. */
export function translate<Name extends Namespace>(namespace: Name, key: KeyOf<Name>, params?: Params): string {
  const lng = keyOf(screenLanguage.value);
  if (!texts.hasResourceBundle(lng, namespace) && !texts.exists(key, { lng, ns: 'common', ...params })) return '';
  return texts.t(key, { ...params, lng, ns: [namespace, 'common'] });
}

/** The text of an id that a case or the server names; the id itself where no text is written for it. */
export function textForId(namespace: Namespace, key: string, params?: Params): string {
  return hasText(namespace, key) ? translate(namespace, key, params) : (key.split('.').at(-1) ?? key);
}

/** True where a text exists: for words that may or may not have a sentence. */
export const hasText = <Name extends Namespace>(namespace: Name, key: string): key is KeyOf<Name> =>
  texts.exists(key, { lng: keyOf(screenLanguage.value), ns: [namespace, 'common'] });

/** Texts of a namespace for a component; it is drawn again when the language changes or the texts arrive. */
export function useT<Name extends Namespace>(namespace: Name): T<Name> {
  const language = screenLanguage.value;
  void arrivals.value;
  useEffect(() => void loadTexts('common', namespace), [namespace, language]);
  return (key, params) => translate(namespace, key, params);
}
