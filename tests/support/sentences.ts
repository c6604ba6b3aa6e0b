/** Formats the lines of a debrief like the screens do, and reports what a sentence lacks in a language. */
import { readFileSync } from 'node:fs';
import { type NameSources, valueNames, wordKeys } from '../../client/names/name-of.ts';
import { sentenceOf } from '../../client/ui/debrief/sentence.ts';
import { makeCard } from '../../shared/cards/card-of.ts';
import type { TimelineEntry } from '../../shared/debrief/debrief.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { formatCaseTime } from '../../shared/time.ts';
import type { KeyOf } from '../../client/i18n/index.ts';
import type { Words } from '../../client/ui/debrief/condition-words.ts';

export const LANGUAGES = ['en', 'fr', 'sw'] as const;

export type Texts = { [key: string]: string | Texts };

const textsIn = (language: string, name: string): Texts =>
  JSON.parse(readFileSync(new URL(`../../client/i18n/${language}/${name}.json`, import.meta.url), 'utf8')) as Texts;

export const debriefTexts = (language: string): Texts => textsIn(language, 'debrief');

const textsOf: Readonly<Record<string, Texts>> = Object.fromEntries(
  LANGUAGES.map((language) => [language, debriefTexts(language)]),
);

/** The text at a path like `timeline.screened_true`. */
export function textAt(texts: Texts, path: string): string | undefined {
  const found = path.split('.').reduce<string | Texts | undefined>((node, key) => {
    return typeof node === 'object' ? node[key] : undefined;
  }, texts);
  return typeof found === 'string' ? found : undefined;
}

/** Names as on the trainer's screens: every card of the case, its law, the texts of a language. */
export function nameSources(compiled: CompiledScenario, language: string): NameSources {
  const source = { compiled, translations: {} };
  const [names, common] = [textsIn(language, 'names'), textsIn(language, 'common')];
  return {
    card: (id) => (id.startsWith('text:') ? { id, text: 'words' } : makeCard(source, compiled.scenario.language, id)),
    law: compiled.law,
    word: (field, value) =>
      wordKeys(field, value)
        .map((key) => textAt(names, key) ?? textAt(common, key))
        .find((word) => word !== undefined),
  };
}

/** The fault of this line in a language; undefined if it is a complete sentence. */
export function faultOf(entry: TimelineEntry, language: string, sources: NameSources): string | undefined {
  const { keys, values } = sentenceOf(entry, valueNames(sources));
  const key = keys.find((one) => textAt(textsOf[language] ?? {}, one) !== undefined);
  const text = key === undefined ? undefined : textAt(textsOf[language] ?? {}, key);
  if (text === undefined) return `${language}: no text for ${keys.join(' or ')}`;
  const open = [...text.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, field = '']) => {
    const value = values[field]?.replaceAll(/[\u2068\u2069]/g, '').trim();
    return value === undefined || value === '' || /undefined|\[object/.test(value) ? [field] : [];
  });
  return open.length === 0 ? undefined : `${language}: ${key ?? ''} has no ${open.join(', ')}`;
}

/** The texts of a language with the names of a case, without any screen. */
export function wordsIn(language: string, compiled: CompiledScenario): Words {
  const texts = debriefTexts(language);
  const sources = nameSources(compiled, language);
  const names = valueNames(sources);
  const found = (key: string, count?: number): string | undefined =>
    textAt(texts, count === undefined ? key : `${key}_${count === 1 ? 'one' : 'other'}`) ?? textAt(texts, key);
  const filled = (text: string, values: Record<string, string | number> = {}): string =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, field: string) => String(values[field] ?? ''));
  return {
    card: sources.card,
    name: names.name,
    sentence: (entry) => {
      const { keys, values } = sentenceOf(entry, names);
      const text = keys.map((key) => found(key)).find((one) => one !== undefined);
      return text === undefined ? undefined : filled(text, values);
    },
    t: (key, params) => filled(found(key, params?.['count'] as number | undefined) ?? `[no text ${key}]`, params),
    hasText: (key): key is KeyOf<'debrief'> => found(key) !== undefined,
    time: formatCaseTime,
  };
}
