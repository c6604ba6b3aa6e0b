/** Semantic wounds: an id is mistyped, refers to the wrong thing or is duplicated. */
import { isMap } from 'yaml';
import { slip } from './chance.ts';
import { lastLine, type ScalarAt } from './target.ts';
import { cut, type Ids, type InflictSense, linesOf } from './wound.ts';

const isReference = ({ value, path, isPlain }: ScalarAt, ids: Ids): boolean =>
  typeof value === 'string' && isPlain && path.length > 2 && ids.kindsOf(value).length > 0 && !isWords(path);
export const isWords = (path: ScalarAt['path']): boolean =>
  ['title', 'text', 'name', 'says', 'from'].includes(String(path.at(-1)));

export const renameReference: InflictSense = (target, chance, ids) => {
  const chosen = chance.oneOf(target.scalars.filter((each) => isReference(each, ids)));
  return (
    chosen &&
    cut(target, [chosen.from, chosen.to], slip(String(chosen.value), chance), {
      kind: 'rename a reference',
      path: chosen.path,
    })
  );
};

export const renameDefinition: InflictSense = (target, chance, ids) => {
  const chosen = chance.oneOf(target.keys.filter(({ key, path }) => path.length >= 2 && ids.kindsOf(key).length > 0));
  return (
    chosen &&
    cut(target, [chosen.keyFrom, chosen.keyTo], slip(chosen.key, chance), { kind: 'rename a key', path: chosen.path })
  );
};

/**
 * Refers to an existing thing of the wrong kind. (Another thing of the same kind would be a valid other story, which no
 * check can detect.)
 */
export const retarget: InflictSense = (target, chance, ids) => {
  const chosen = chance.oneOf(target.scalars.filter((each) => isReference(each, ids)));
  if (!chosen) return undefined;
  const kinds = ids.kindsOf(String(chosen.value));
  const other = chance.oneOf(ids.all.filter((id) => !ids.kindsOf(id).some((kind) => kinds.includes(kind))));
  return other === undefined
    ? undefined
    : cut(target, [chosen.from, chosen.to], other, { kind: 'retarget a reference', path: chosen.path });
};

export const duplicateEntry: InflictSense = (target, chance) => {
  const chosen = chance.oneOf(
    target.keys.filter(({ path, isBlock, value }) => isBlock && path.length === 2 && isMap(value)),
  );
  const siblings = target.keys.filter(
    ({ path, isBlock }) => isBlock && path.length === 2 && path[0] === chosen?.path[0],
  );
  const after = chance.oneOf(siblings);
  if (!chosen || !after) return undefined;
  const block = target.text.slice(...linesOf(target, target.lineOf(chosen.keyFrom), lastLine(target, chosen)));
  const at = target.startOfLine(lastLine(target, after) + 1);
  const wound = cut(target, [at, at], block, { kind: 'duplicate an id', path: chosen.path });
  return { ...wound, to: wound.from + block.trimEnd().split('\n').length - 1 };
};
