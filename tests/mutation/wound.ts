/** One wound in one file: the new text, and its place. */
import type { Chance } from './chance.ts';
import type { Path, Target } from './target.ts';

export interface Wound {
  kind: string;
  file: string;
  text: string;
  /** First and last line that differ, in the new text; if lines were removed, the line that moved up. */
  from: number;
  to: number;
  /** The path of the changed part, in the old tree. */
  path: Path;
  /** Ids that were removed, changed or added. */
  ids: string[];
  /** True if an entry of a list was removed, so that later entries move up. */
  isEntryGone: boolean;
  /** A description of the change, for a reader of a miss. */
  did: string;
}

/** The ids of the case by kind, for wounds that depend on meaning. */
export interface Ids {
  kindsOf(id: string): string[];
  all: readonly string[];
}
export type InflictSense = (target: Target, chance: Chance, ids: Ids) => Wound | undefined;

/** Replaces a range of the text. */
export function cut(
  target: Target,
  [from, to]: readonly [number, number],
  put: string,
  rest: Pick<Wound, 'kind' | 'path'> & { ids?: readonly string[] },
): Wound {
  const { text, file } = target;
  const first = target.lineOf(from);
  const old = text.slice(from, to);
  return {
    kind: rest.kind,
    file,
    text: text.slice(0, from) + put + text.slice(to),
    from: first,
    to: first + put.split('\n').length - 1,
    path: rest.path,
    ids: [...new Set([...(rest.ids ?? []), ...idsIn(old), ...idsIn(put)])],
    isEntryGone: (put === '' && /^\s*- |^, |, $/.test(old)) || (put === '' && typeof rest.path.at(-1) === 'number'),
    did: `${file}:${first} ${rest.path.join('.')}: ${show(old)} -> ${show(put)}`,
  };
}

/** Offsets of whole lines, counted from 1, both included. */
export const linesOf = (target: Target, first: number, last: number): readonly [number, number] => [
  target.startOfLine(first),
  target.startOfLine(last + 1),
];

const idsIn = (text: string): string[] => text.match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g) ?? [];
const show = (text: string): string => JSON.stringify(text.length > 90 ? `${text.slice(0, 87)}…` : text);
