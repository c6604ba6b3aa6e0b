/// <reference types="vite/client" />
/**
 * Interface texts, one namespace per part of the client in `en/`, `fr/` and `sw/`. Only the language in use is loaded.
 * A key that a namespace lacks is read from `common`.
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

/** The languages on offer, by their own names. Cases may use any of them; the screens are translated in `COMPLETE`. */
export const LANGUAGES: Record<string, { name: string; dir: 'ltr' | 'rtl' }> = {
  en: { name: 'English', dir: 'ltr' },
  fr: { name: 'Français', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
  am: { name: 'አማርኛ', dir: 'ltr' },
  so: { name: 'Soomaali', dir: 'ltr' },
  sw: { name: 'Kiswahili', dir: 'ltr' },
  /** The test language of cases (`npx baraza translate pseudo`), on offer only if a case has it. */
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
/** The texts of the first page in one file. `first.js` preloads it while the program loads. */
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

/** The chosen language (`am`), and the language of the screens (`en`). */
export const wantedLanguage = signal('en');
export const screenLanguage = signal('en');
/** Increases when texts arrive, so that components rendered without them render again. */
const arrivals = signal(0);

const keyOf = (language: string): string => (language === PSEUDO ? 'en-XB' : language);

/** Loads namespaces in the language of the screens. Loaded namespaces are skipped. */
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

/** Sets the language of the screens (English if they are not translated) and of the document. */
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

/** Reads a text outside components. Returns an empty string until the namespace is loaded. */
export function translate<Name extends Namespace>(namespace: Name, key: KeyOf<Name>, params?: Params): string {
  const lng = keyOf(screenLanguage.value);
  if (!texts.hasResourceBundle(lng, namespace) && !texts.exists(key, { lng, ns: 'common', ...params })) return '';
  return texts.t(key, { ...params, lng, ns: [namespace, 'common'] });
}

/** The text for an id of a case or the server, or the last part of the id if there is no text. */
export function textForId(namespace: Namespace, key: string, params?: Params): string {
  return hasText(namespace, key) ? translate(namespace, key, params) : (key.split('.').at(-1) ?? key);
}

/** True if a text exists; a count finds texts that have only a singular and a plural. */
export const hasText = <Name extends Namespace>(namespace: Name, key: string): key is KeyOf<Name> =>
  texts.exists(key, { count: 2, lng: keyOf(screenLanguage.value), ns: [namespace, 'common'] });

/** A hook that reads texts of a namespace. The component renders again when the language changes or the texts arrive. */
export function useT<Name extends Namespace>(namespace: Name): T<Name> {
  const language = screenLanguage.value;
  void arrivals.value;
  useEffect(() => void loadTexts('common', namespace), [namespace, language]);
  return (key, params) => translate(namespace, key, params);
}
