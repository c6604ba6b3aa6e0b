/** Builders for entries of the catalogue. */
import type { Severity } from '../diagnostic.ts';

export interface Sentences {
  message: string;
  remedy: string;
}
export interface Rule<P> {
  severity: Severity;
  say: (params: P) => Sentences;
}

export const error = <P>(say: (params: P) => Sentences): Rule<P> => ({ severity: 'error', say });
export const warning = <P>(say: (params: P) => Sentences): Rule<P> => ({ severity: 'warning', say });
export const hint = <P>(say: (params: P) => Sentences): Rule<P> => ({ severity: 'hint', say });

export const code = (word: string): string => `\`${word}\``;
/** "`a`, `b` and `c`"; a long list ends in "and 4 more". */
export function list(words: readonly string[], most = 8): string {
  const shown = words.slice(0, most).map(code);
  if (words.length > most) return `${shown.join(', ')} and ${words.length - most} more`;
  const last = shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`;
}
/** "Did you mean `x`?", or the list of known values. */
export const didYouMean = (meant: string | undefined, known: readonly string[], what: string): string => {
  if (meant !== undefined) return `Did you mean ${code(meant)}?`;
  return known.length === 0
    ? `This case has no ${what} yet: write it first.`
    : `There ${known.length === 1 ? 'is' : 'are'} ${list(known)}.`;
};
