/** The texts of the screens, so that paper uses the same names. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInstance } from 'i18next';

const SCREENS = fileURLToPath(new URL('../../../client/i18n/', import.meta.url));
const PAPER = fileURLToPath(new URL('../print/words/', import.meta.url));
const FALLBACK = 'en';

/** Returns the text of a key such as `print:open-at` or `common:power.search`; values are inserted unescaped. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

const namespaces = (language: string): Record<string, object> => {
  const folder = join(SCREENS, language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as object;
  return {
    ...Object.fromEntries(files.map((name) => [basename(name, '.json'), read(join(folder, name))])),
    print: read(join(PAPER, `${language}.json`)),
  };
};

/** Languages of the screens. */
export const screenLanguages = (): string[] => readdirSync(PAPER).map((name) => basename(name, '.json'));

/** The texts of a language; English if the screens do not have it. */
export async function wordsOfScreens(language: string): Promise<Say> {
  const own = screenLanguages().includes(language) ? language : FALLBACK;
  const i18n = createInstance();
  await i18n.init({
    lng: own,
    fallbackLng: FALLBACK,
    defaultNS: 'print',
    resources: Object.fromEntries([...new Set([own, FALLBACK])].map((each) => [each, namespaces(each)])),
    interpolation: { escapeValue: false },
  });
  return (key, values = {}) => i18n.t(key, values);
}
