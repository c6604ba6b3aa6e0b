/** The words of the screens, so that paper calls everything by the same name. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInstance } from 'i18next';

const SCREENS = fileURLToPath(new URL('../../../client/i18n/', import.meta.url));
const PAPER = fileURLToPath(new URL('../print/words/', import.meta.url));
const FALLBACK = 'en';

/** `print:open-at` or `common:power.search`; values are put in as they are. */
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

/** Languages that the screens speak. */
export const screenLanguages = (): string[] => readdirSync(PAPER).map((name) => basename(name, '.json'));

/** The words of a language; English where the screens do not speak it. */
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
