/** The texts of a case in one language, with the base language as fallback. */
import type { CompiledScenario, Translation } from '../scenario/compiled.ts';

type Step = string | number;

/** The source of all cards. */
export interface CardSource {
  compiled: CompiledScenario;
  /** By language; texts of the law pack are under `law`. */
  translations: Readonly<Record<string, Translation>>;
  /** Content hash by name of picture. */
  art?: Readonly<Record<string, string>> | undefined;
}

export interface Words {
  /** The text at a path of the scenario; a path that starts with `law` leads into the law pack. */
  text(...path: Step[]): string;
  /** Like `text`, but undefined if the case has none. */
  maybe(...path: Step[]): string | undefined;
  lines(...path: Step[]): string[];
  /** The address of a picture by its name. */
  art(name: string | undefined): string | undefined;
  /** A whole branch of the case with its texts translated. */
  branch(...path: Step[]): unknown;
  /** True once a text came from the base language. */
  readonly fallback: boolean;
}

export function wordsOf(source: CardSource, language: string): Words {
  const { scenario, law } = source.compiled;
  const isBase = language === scenario.language || language.split('-')[0] === scenario.language;
  const translation = isBase
    ? undefined
    : (source.translations[language] ?? source.translations[language.split('-')[0] ?? '']);
  let fallback = false;
  const base = (path: readonly Step[]) => (path[0] === 'law' ? at(law, path.slice(1)) : at(scenario, path));
  const maybe = (...path: Step[]): string | undefined => {
    const written = base(path);
    if (typeof written !== 'string') return undefined;
    if (isBase) return written;
    const translated = at(translation, path);
    if (typeof translated === 'string' && translated !== '') return translated;
    fallback = true;
    return written;
  };
  const count = (path: readonly Step[]) => {
    const list = base(path);
    return Array.isArray(list) ? list.length : 0;
  };
  return {
    maybe,
    text: (...path) => maybe(...path) ?? '',
    lines: (...path) => Array.from({ length: count(path) }, (_, index) => maybe(...path, index) ?? ''),
    art: (name) =>
      name !== undefined && source.art && Object.hasOwn(source.art, name)
        ? `/api/art/${source.art[name]}.svg`
        : undefined,
    branch: (...path) => {
      const written = base(path);
      if (isBase) return written;
      const translated = at(translation, path);
      if (translated === undefined) fallback = true;
      return overlay(written, translated);
    },
    get fallback() {
      return fallback;
    },
  };
}

function at(root: unknown, path: readonly Step[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<Step, unknown>)[step];
  }
  return value;
}

/** The original branch with each text replaced by its translation if there is one; adds no keys. */
function overlay(written: unknown, translated: unknown): unknown {
  if (typeof written === 'string') return typeof translated === 'string' && translated !== '' ? translated : written;
  if (typeof written !== 'object' || written === null || typeof translated !== 'object' || translated === null)
    return written;
  if (Array.isArray(written)) return written.map((each, index) => overlay(each, at(translated, [index])));
  return Object.fromEntries(Object.entries(written).map(([key, each]) => [key, overlay(each, at(translated, [key]))]));
}
