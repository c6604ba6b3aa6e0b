/** The texts of a case, each with its translation. */
import type { Translation } from '../scenario/compiled.ts';
import type { FoundText } from '../scenario/schema-walk.ts';
import { type SourceHashes, textHash } from '../scenario/text-hash.ts';
import { isOptional, textLeaves } from '../scenario/translations.ts';

/**
 * - `translated`: there is a translation, and its source has not changed since (or its source hash was not stored).
 * - `stale`: the source has changed since.
 * - `missing`: there is none; the class reads the source, with a badge.
 */
export type TextState = 'translated' | 'stale' | 'missing';

export interface TextRow {
  /** Path of ids: `items.bus-manifest.title`. */
  path: string;
  source: string;
  /** Empty if there is none. */
  translation: string;
  state: TextState;
  /** Names, credits, words in a person's own language: may stay untranslated. */
  optional: boolean;
}

export interface Rows {
  rows: TextRow[];
  /** Translations of texts that the case no longer has, by path. */
  orphans: Record<string, string>;
}

/** `texts` comes from `textsOf`; the rows keep its order. */
export function rowsOf(texts: readonly FoundText[], translation: Translation | undefined, sources: SourceHashes): Rows {
  const written = new Map(textLeaves(translation ?? {}).map(({ path, text }) => [path.join('.'), text]));
  const rows = texts.map(({ path, text }): TextRow => {
    const name = path.join('.');
    const own = written.get(name)?.trim() ?? '';
    written.delete(name);
    const state = own === '' ? 'missing' : isStale(text, sources[name]) ? 'stale' : 'translated';
    return { path: name, source: text.trim(), translation: own, state, optional: isOptional(path) };
  });
  return { rows, orphans: Object.fromEntries(written) };
}

const isStale = (source: string, madeOf: string | undefined): boolean =>
  madeOf !== undefined && madeOf !== textHash(source);

/** The work of a translator: all missing or stale rows except optional ones. */
export const toDo = (rows: readonly TextRow[]): TextRow[] =>
  rows.filter(({ state, optional }) => state === 'stale' || (state === 'missing' && !optional));

export interface Progress {
  texts: number;
  translated: number;
  stale: number;
  missing: number;
  /** Words of source text still to be translated. */
  words: number;
}

export function progressOf(rows: readonly TextRow[]): Progress {
  const open = toDo(rows);
  const count = (state: TextState) => open.filter((row) => row.state === state).length;
  return {
    texts: rows.length,
    translated: rows.length - open.length,
    stale: count('stale'),
    missing: count('missing'),
    words: open.reduce((sum, { source }) => sum + source.split(/\s+/).length, 0),
  };
}

/** Rows at a path or below it: `interviews`, `items.ledger`. */
export const rowsWithin = (rows: readonly TextRow[], path: string): TextRow[] =>
  rows.filter((row) => row.path === path || row.path.startsWith(`${path}.`));
