/** Semantic wounds: a part is missing, and the rest is well-formed. */
import { isMap } from 'yaml';
import { type KeyAt, lastLine, type Target } from './target.ts';
import { cut, type InflictSense, linesOf, type Wound } from './wound.ts';

export function deletion(target: Target, key: KeyAt, kind: string): Wound | undefined {
  const rest = { kind, path: key.path };
  if (!key.isBlock) return cut(target, withComma(target.text, key.keyFrom, key.valueTo), '', rest);
  const line = target.lineOf(key.keyFrom);
  // The first key of an entry follows the dash; without it the entry would begin with the next key.
  if (target.text.slice(target.startOfLine(line), key.keyFrom).trim() !== '') return undefined;
  return cut(target, linesOf(target, line, lastLine(target, key)), '', rest);
}

/** Between braces the separating comma is removed too. */
function withComma(text: string, from: number, to: number): readonly [number, number] {
  const after = /^\s*,\s*/.exec(text.slice(to));
  if (after) return [from, to + after[0].length];
  const before = /,\s*$/.exec(text.slice(0, from));
  return [from - (before?.[0].length ?? 0), to];
}

export const deleteKey: InflictSense = (target, chance) => {
  const key = chance.oneOf(target.keys.filter(({ path }) => path.length > 2));
  return key && deletion(target, key, 'delete a key');
};
export const deleteSection: InflictSense = (target, chance) => {
  const key = chance.oneOf(target.keys.filter(({ path }) => path.length === 1));
  return key && deletion(target, key, 'delete a section');
};
export const deleteBlock: InflictSense = (target, chance) => {
  const key = chance.oneOf(target.keys.filter(({ path, value }) => path.length === 2 && isMap(value)));
  return key && deletion(target, key, 'delete a block');
};
export const deleteEntry: InflictSense = (target, chance) => {
  const entry = chance.oneOf(target.entries.filter(({ isBlock, count }) => !isBlock || count > 1));
  if (!entry) return undefined;
  const rest = { kind: 'delete an entry of a list', path: entry.path };
  if (!entry.isBlock) return cut(target, withComma(target.text, entry.from, entry.to), '', rest);
  const last = lastLine(target, { valueTo: entry.to });
  return cut(target, linesOf(target, target.lineOf(entry.from), last), '', rest);
};
