/** The texts of a case beside their translations. */
import type { Translation } from '../scenario/compiled.ts';
import type { FoundText } from '../scenario/schema-walk.ts';
import { type SourceHashes, textHash } from '../scenario/text-hash.ts';
import { isOptional, textLeaves } from '../scenario/translations.ts';

/**
 * - `translated`: there is one, and its source has not changed since (or nobody kept of what it was made).
 * - `stale`: the source has changed since.
 * - `missing`: there is none; the class reads the source, with a badge.
 */
export type TextState = 'translated' | 'stale' | 'missing';

export interface TextRow {
  /** Path of ids: `items.bus-manifest.title`. */
  path: string;
  source: string;
  /** Empty where there is none. */
  translation: string;
  state: TextState;
  /** Names, credits, words in a person's own language: may stay as they are. */
  optional: boolean;
}

export interface Rows {
  rows: TextRow[];
  /** Translations of texts that the case does not have (any more), by path. */
  orphans: Record<string, string>;
}

/** `texts` as `textsOf` finds them; the rows keep their order. */
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

/** What a translator has to do: everything missing or stale, but what may stay as it is. */
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
export const within = (rows: readonly TextRow[], path: string): TextRow[] =>
  rows.filter((row) => row.path === path || row.path.startsWith(`${path}.`));
