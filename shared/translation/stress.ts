/**
 * Checks whether texts fit on screen: a longer test language, and translations that are much longer than their source.
 */
import type { TextRow } from './rows.ts';

/** The test language. No people speak it: letters with accents, marks at both ends, a third longer. */
export const PSEUDO_LANGUAGE = 'qps';

const ACCENTED: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  n: 'ñ',
  c: 'ç',
};

/** A text in the test language: readable, recognisable, a third longer. Markdown and line breaks stay. */
export function pseudoText(text: string): string {
  const lines = text.trim().split('\n').map(pseudoLine);
  return `⟦${lines.join('\n')}⟧`;
}

function pseudoLine(line: string): string {
  if (line.trim() === '') return line;
  const accented = line.replaceAll(/[aeiouAEIOUnc]/g, (letter) => ACCENTED[letter] ?? letter);
  return `${accented} ${'~'.repeat(Math.ceil(line.length / 3))}`;
}

export interface TooLong {
  path: string;
  source: string;
  translation: string;
  /** How many times as long as the source. */
  times: number;
}

/** A longer title, label or button text is cut or breaks its row. */
const MAX_LABEL_LENGTH = 60;
const MAX_LENGTH_RATIO = 1.7;

/** Texts about behaviour have their own row of any length, so they are no labels. */
const isLabel = (path: string, source: string): boolean =>
  !source.includes('\n') && source.length <= MAX_LABEL_LENGTH && !path.endsWith('.manner');

/** Short one-line texts whose translation is too long for the place of the source. */
export function tooLong(rows: readonly TextRow[]): TooLong[] {
  return rows
    .filter(({ path, source, translation }) => translation !== '' && isLabel(path, source))
    .map(({ path, source, translation }) => ({ path, source, translation, times: translation.length / source.length }))
    .filter(({ translation, times }) => times > MAX_LENGTH_RATIO && translation.length > MAX_LABEL_LENGTH / 2)
    .sort((a, b) => b.times - a.times);
}

/** Translations whose emphasis or lists differ from the source, because a mark was lost. */
export const withDifferentMarkup = (rows: readonly TextRow[]): TextRow[] =>
  rows.filter(({ source, translation }) => translation !== '' && marksOf(source) !== marksOf(translation));

const marksOf = (text: string): string =>
  `${text.split('**').length - 1} ${text.split('\n').filter((line) => /^\s*([-•]|\d+[.)])\s/.test(line)).length}`;
