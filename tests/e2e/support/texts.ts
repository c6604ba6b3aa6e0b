/** The visible texts, read from the interface texts: drivers search for what people read. */
import { readFileSync } from 'node:fs';
import type { KeyOf, Namespace, Params } from '../../../client/i18n/index.ts';

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
export const text = <N extends Namespace>(namespace: N, key: KeyOf<N>, params: Params = {}): string =>
  textOf(namespace, key, params);

/** Like `text`, for a key that is put together at run time. Throws for an unknown key. */
export function textOf(namespace: Namespace, key: string, params: Params = {}): string {
  const found = find(namespace, key) ?? find('common', key);
  if (found === undefined) throw new Error(`there is no interface text ${namespace}:${key}`);
  return Object.entries(params).reduce((all, [name, value]) => all.replaceAll(`{{${name}}}`, String(value)), found);
}

/** The text before its first parameter: the start of a label with a number in it. */
export const textStart = <N extends Namespace>(namespace: N, key: KeyOf<N>): RegExp =>
  new RegExp(`^${escaped(text(namespace, key).split('{{')[0] ?? '')}`);

export const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Exactly one of several wordings. */
export const oneOf = (wordings: readonly string[]): RegExp => new RegExp(`^(?:${wordings.map(escaped).join('|')})$`);
