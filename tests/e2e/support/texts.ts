/** The visible texts, read from the interface texts: drivers search for what people read. */
import { readFileSync } from 'node:fs';
import type { Namespace, Params } from '../../../client/i18n/index.ts';

type Texts = { [key: string]: string | Texts };
const read = new Map<string, Texts>();

function textsOf(namespace: Namespace): Texts {
  const known = read.get(namespace);
  if (known) return known;
  const texts = JSON.parse(readFileSync(`client/i18n/en/${namespace}.json`, 'utf8')) as Texts;
  read.set(namespace, texts);
  return texts;
}

function find(namespace: Namespace, key: string): string | undefined {
  const found = key.split('.').reduce<string | Texts | undefined>((texts, step) => {
    return typeof texts === 'object' ? texts[step] : undefined;
  }, textsOf(namespace));
  return typeof found === 'string' ? found : undefined;
}

/** The English text of a key with its parameters; falls back to `common`. */
export function text(namespace: Namespace, key: string, params: Params = {}): string {
  const found = find(namespace, key) ?? find('common', key);
  if (found === undefined) throw new Error(`there is no interface text ${namespace}:${key}`);
  return Object.entries(params).reduce((all, [name, value]) => all.replaceAll(`{{${name}}}`, String(value)), found);
}

/** The text before its first parameter: the start of a label with a number in it. */
export const textStart = (namespace: Namespace, key: string): RegExp =>
  new RegExp(`^${escaped(text(namespace, key).split('{{')[0] ?? '')}`);

export const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Exactly one of several wordings. */
export const oneOf = (wordings: readonly string[]): RegExp => new RegExp(`^(?:${wordings.map(escaped).join('|')})$`);
