/** Semantic wounds: a value or a key that the language does not know, or that makes no sense. */
import { isMap, isSeq } from 'yaml';
import { WORDS } from '../../shared/scenario/known-ids.ts';
import { ELEMENTS, POWERS } from '../../shared/vocabulary/enums.ts';
import { TAGS } from '../../shared/scenario/schema/basics.ts';
import { slip } from './chance.ts';
import type { ScalarAt } from './target.ts';
import { cut, type InflictSense } from './wound.ts';
import { isWords } from './wounds-of-ids.ts';

export const swapType: InflictSense = (target, chance) => {
  const key = chance.oneOf(
    target.keys.filter(
      ({ path, value }) =>
        path.length > 2 &&
        value !== null &&
        (!isMap(value) || value.flow === true) &&
        (!isSeq(value) || value.flow === true),
    ),
  );
  if (!key || target.lineOf(key.valueFrom) !== target.lineOf(Math.max(key.valueFrom, key.valueTo - 1)))
    return undefined;
  const old = target.text.slice(key.valueFrom, key.valueTo);
  const put =
    isMap(key.value) || isSeq(key.value) ? ['7', 'word'] : ['[one, two]', '{one: two}', /^\d/.test(old) ? 'word' : '7'];
  return cut(target, [key.valueFrom, key.valueTo], chance.oneOf(put) ?? '7', {
    kind: 'swap a type',
    path: key.path,
    ids: [key.key],
  });
};

const ENUMS: ReadonlySet<string> = new Set([
  ...Object.values(WORDS).flat(),
  ...POWERS,
  ...TAGS,
  ...ELEMENTS,
  'female',
  'male',
  'must',
  'should',
  'call',
  'message',
  'letter',
  'radio',
  'visit',
  'news',
  'document',
  'object',
  'digital',
  'testimony',
  'record',
  'parallel',
  'final',
]);
export const enumTypo: InflictSense = (target, chance) => {
  const chosen = chance.oneOf(
    target.scalars.filter(
      ({ value, isPlain, path }) =>
        isPlain && typeof value === 'string' && ENUMS.has(value) && !isWords(path) && !path.includes('tags'),
    ),
  );
  return (
    chosen &&
    cut(target, [chosen.from, chosen.to], slip(String(chosen.value).replaceAll('.', '-'), chance), {
      kind: 'typo in a word of the language',
      path: chosen.path,
    })
  );
};
export const wrongTag: InflictSense = (target, chance) => {
  const chosen = chance.oneOf(target.scalars.filter(({ path }) => path.at(-2) === 'tags'));
  return (
    chosen &&
    cut(target, [chosen.from, chosen.to], chance.oneOf(['secret', 'helth', 'evidence-1', '7']) ?? 'secret', {
      kind: 'wrong tag',
      path: chosen.path,
    })
  );
};

const isDuration = ({ value, isPlain }: ScalarAt): boolean =>
  isPlain && typeof value === 'string' && /^(\d+[dhm] ?)+$/.test(value);
export const negativeDuration: InflictSense = (target, chance) => {
  const chosen = chance.oneOf(target.scalars.filter(isDuration));
  return (
    chosen &&
    cut(
      target,
      [chosen.from, chosen.to],
      chance.oneOf([`-${String(chosen.value)}`, '40', '40 minutes', '-1h']) ?? '-1h',
      { kind: 'negative or unreadable duration', path: chosen.path },
    )
  );
};
export const impossibleWindow: InflictSense = (target, chance) => {
  const inWindow = target.scalars.filter(({ path }) => path.at(-2) === 'window');
  const times = target.scalars.filter(
    ({ path, value, isPlain }) =>
      isPlain &&
      typeof value === 'string' &&
      /^day \d+ \d\d:\d\d$/.test(value) &&
      (path[0] === 'injects' || path.includes('clock')) &&
      path.at(-1) !== 'after',
  );
  const chosen = chance.oneOf([...inWindow, ...times]);
  if (!chosen) return undefined;
  const last = chosen.path.at(-1);
  const put = last === 'within' || last === 'late' ? '0m' : 'day 1 00:01';
  return cut(target, [chosen.from, chosen.to], put, { kind: 'impossible window', path: chosen.path });
};
export const outOfRange: InflictSense = (target, chance) => {
  const chosen = chance.oneOf(
    target.scalars.filter(({ value, path }) => typeof value === 'number' && path[0] !== 'format'),
  );
  return (
    chosen &&
    cut(target, [chosen.from, chosen.to], chance.oneOf(['-7000', '99999', '1.5e9']) ?? '-7000', {
      kind: 'number out of range',
      path: chosen.path,
    })
  );
};

export const unknownKey: InflictSense = (target, chance) => {
  const chosen = chance.oneOf(target.keys.filter(({ key, path }) => path.length > 2 && /^[a-z-]{3,}$/.test(key)));
  return (
    chosen &&
    cut(target, [chosen.keyFrom, chosen.keyTo], slip(chosen.key, chance), { kind: 'typo in a key', path: chosen.path })
  );
};
