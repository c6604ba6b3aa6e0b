/** Semantic wounds: well-formed YAML with a wrong meaning. */
import { isMap, isSeq } from 'yaml';
import { slip } from './chance.ts';
import { cut, type InflictSense } from './wound.ts';
import { deleteBlock, deleteEntry, deleteKey, deleteSection, deletion } from './wounds-of-absence.ts';
import { cycle, retargetTransition, unreachable } from './wounds-of-charts.ts';
import { duplicateEntry, renameDefinition, renameReference, retarget } from './wounds-of-ids.ts';
import type { Inflict } from './wounds-of-text.ts';
import {
  enumTypo,
  impossibleWindow,
  negativeDuration,
  outOfRange,
  swapType,
  unknownKey,
  wrongTag,
} from './wounds-of-values.ts';

export const WOUNDS_OF_SENSE: readonly InflictSense[] = [
  deleteKey,
  deleteSection,
  deleteBlock,
  deleteEntry,
  renameReference,
  renameDefinition,
  retarget,
  retargetTransition,
  unreachable,
  cycle,
  swapType,
  enumTypo,
  wrongTag,
  negativeDuration,
  impossibleWindow,
  outOfRange,
  unknownKey,
  duplicateEntry,
];

/** A translation contains only texts, so only its keys can be wrong. */
const missingTranslation: Inflict = (target, chance) => {
  const key = chance.oneOf(target.keys.filter(({ value, path }) => path.length > 1 && !isMap(value) && !isSeq(value)));
  return key && deletion(target, key, 'missing translation');
};
const strangeTranslation: Inflict = (target, chance) => {
  const key = chance.oneOf(target.keys.filter(({ path }) => path.length > 1));
  return (
    key &&
    cut(target, [key.keyFrom, key.keyTo], slip(key.key, chance), { kind: 'translation of nothing', path: key.path })
  );
};
export const WOUNDS_OF_TRANSLATION: readonly Inflict[] = [missingTranslation, strangeTranslation];
