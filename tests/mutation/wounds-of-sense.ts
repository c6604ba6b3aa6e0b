/** Wounds of the sense: well-formed YAML that says something wrong. */
import { isMap, isSeq } from 'yaml';
import { KIND_NAMES, WORDS } from '../../shared/scenario/known-ids.ts';
import { ELEMENTS, TAGS } from '../../shared/scenario/schema/basics.ts';
import { POWERS } from '../../shared/scenario/schema/jurisdiction.ts';
import { type Chance, slip } from './chance.ts';
import { type KeyAt, lastLine, type ScalarAt, type Target } from './target.ts';
import { cut, linesOf, type Wound } from './wound.ts';
import type { Inflict } from './wounds-of-text.ts';

/** What the wounds of sense know of the case: every id by its kind. */
export interface Ids {
  kindsOf(id: string): string[];
  all: readonly string[];
}
export type InflictSense = (target: Target, chance: Chance, ids: Ids) => Wound | undefined;

export function deletion(target: Target, key: KeyAt, kind: string): Wound | undefined {
  const rest = { kind, path: key.path };
  if (!key.isBlock) return cut(target, withComma(target.text, key.keyFrom, key.valueTo), '', rest);
  const line = target.lineOf(key.keyFrom);
  // The first key of an entry stands behind the dash; without it the entry would begin with the next.
  if (target.text.slice(target.startOfLine(line), key.keyFrom).trim() !== '') return undefined;
  return cut(target, linesOf(target, line, lastLine(target, key)), '', rest);
}

/** Between braces a comma goes with what it parts. */
function withComma(text: string, from: number, to: number): readonly [number, number] {
  const after = /^\s*,\s*/.exec(text.slice(to));
  if (after) return [from, to + after[0].length];
  const before = /,\s*$/.exec(text.slice(0, from));
  return [from - (before?.[0].length ?? 0), to];
}

const deleteKey: InflictSense = (target, chance) => {
  const key = chance.oneOf(target.keys.filter(({ path }) => path.length > 2));
  return key && deletion(target, key, 'delete a key');
};
const deleteSection: InflictSense = (target, chance) => {
  const key = chance.oneOf(target.keys.filter(({ path }) => path.length === 1));
  return key && deletion(target, key, 'delete a section');
};
const deleteBlock: InflictSense = (target, chance) => {
  const key = chance.oneOf(target.keys.filter(({ path, value }) => path.length === 2 && isMap(value)));
  return key && deletion(target, key, 'delete a block');
};
const deleteEntry: InflictSense = (target, chance) => {
  const entry = chance.oneOf(target.entries.filter(({ isBlock, count }) => !isBlock || count > 1));
  if (!entry) return undefined;
  const rest = { kind: 'delete an entry of a list', path: entry.path };
  if (!entry.isBlock) return cut(target, withComma(target.text, entry.from, entry.to), '', rest);
  const last = lastLine(target, { valueTo: entry.to });
  return cut(target, linesOf(target, target.lineOf(entry.from), last), '', rest);
};

const isReference = ({ value, path, isPlain }: ScalarAt, ids: Ids): boolean =>
  typeof value === 'string' && isPlain && path.length > 2 && ids.kindsOf(value).length > 0 && !isWords(path);
const isWords = (path: ScalarAt['path']): boolean =>
  ['title', 'text', 'name', 'says', 'from'].includes(String(path.at(-1)));

const renameReference: InflictSense = (target, chance, ids) => {
  const chosen = chance.oneOf(target.scalars.filter((each) => isReference(each, ids)));
  return (
    chosen &&
    cut(target, [chosen.from, chosen.to], slip(String(chosen.value), chance), {
      kind: 'rename a reference',
      path: chosen.path,
    })
  );
};

const renameDefinition: InflictSense = (target, chance, ids) => {
  const chosen = chance.oneOf(target.keys.filter(({ key, path }) => path.length >= 2 && ids.kindsOf(key).length > 0));
  return (
    chosen &&
    cut(target, [chosen.keyFrom, chosen.keyTo], slip(chosen.key, chance), { kind: 'rename a key', path: chosen.path })
  );
};

/** To something that exists, but is no such thing. (To another of the same kind is another story, rightly told: no check could know.) */
const retarget: InflictSense = (target, chance, ids) => {
  const chosen = chance.oneOf(target.scalars.filter((each) => isReference(each, ids)));
  if (!chosen) return undefined;
  const kinds = ids.kindsOf(String(chosen.value));
  const other = chance.oneOf(ids.all.filter((id) => !ids.kindsOf(id).some((kind) => kinds.includes(kind))));
  return other === undefined
    ? undefined
    : cut(target, [chosen.from, chosen.to], other, { kind: 'retarget a reference', path: chosen.path });
};

/** States that stand below charts: a transition may only lead to a state beside it. */
const transitions = ({ scalars }: Target): ScalarAt[] =>
  scalars.filter(
    ({ path, isPlain }) =>
      path[0] === 'statecharts' &&
      isPlain &&
      (path.includes('on') || path.includes('after') || path.includes('always')) &&
      (path.at(-1) === 'target' || path.at(-2) === 'on' || path.at(-2) === 'after'),
  );

const statesOf = ({ keys }: Target): KeyAt[] =>
  keys.filter(({ path }) => path[0] === 'statecharts' && path.at(-2) === 'states');

const retargetTransition: InflictSense = (target, chance) => {
  const chosen = chance.oneOf(transitions(target));
  if (!chosen) return undefined;
  const own = statesOf(target)
    .filter(({ path }) => path[1] === chosen.path[1])
    .map(({ key }) => key);
  const foreign = statesOf(target)
    .map(({ key }) => key)
    .filter((key) => !own.includes(key));
  const put = chance.oneOf(foreign);
  return put === undefined
    ? undefined
    : cut(target, [chosen.from, chosen.to], put, { kind: 'retarget a transition', path: chosen.path });
};

/** A state whose only way in is led somewhere else: back to where it comes from. */
const unreachable: InflictSense = (target, chance) => {
  const ways = transitions(target);
  const only = ways.filter(
    (way) => ways.filter((each) => each.path[1] === way.path[1] && each.value === way.value).length === 1,
  );
  const chosen = chance.oneOf(only.filter(({ path }) => path.includes('states')));
  if (!chosen) return undefined;
  const home = String(chosen.path[chosen.path.lastIndexOf('states') + 1]);
  return cut(target, [chosen.from, chosen.to], home, { kind: 'make a state unreachable', path: chosen.path });
};

const cycle: InflictSense = (target, chance) => {
  const states = statesOf(target).filter(
    ({ isBlock, value }) =>
      isBlock && isMap(value) && value.flow !== true && !value.has('always') && !value.has('type'),
  );
  const first = chance.oneOf(states);
  if (!first || !isMap(first.value)) return undefined;
  const inside = target.keys.find(
    ({ path }) => path.length === first.path.length + 1 && path.slice(0, -1).join('.') === first.path.join('.'),
  );
  if (!inside) return undefined;
  const line = target.lineOf(first.keyFrom) + 1;
  const column = inside.keyFrom - target.startOfLine(target.lineOf(inside.keyFrom));
  const at = target.startOfLine(line);
  return cut(target, [at, at], `${' '.repeat(column)}always: [{target: ${first.key}}]\n`, {
    kind: 'circle of states',
    path: first.path,
  });
};

const swapType: InflictSense = (target, chance) => {
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
const enumTypo: InflictSense = (target, chance) => {
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
const wrongTag: InflictSense = (target, chance) => {
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
const negativeDuration: InflictSense = (target, chance) => {
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
const impossibleWindow: InflictSense = (target, chance) => {
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
const outOfRange: InflictSense = (target, chance) => {
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

const unknownKey: InflictSense = (target, chance) => {
  const chosen = chance.oneOf(target.keys.filter(({ key, path }) => path.length > 2 && /^[a-z-]{3,}$/.test(key)));
  return (
    chosen &&
    cut(target, [chosen.keyFrom, chosen.keyTo], slip(chosen.key, chance), { kind: 'typo in a key', path: chosen.path })
  );
};

const duplicateEntry: InflictSense = (target, chance) => {
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

/** In a translation stand only texts: what can go wrong there is a key. */
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
export const KINDS_OF_IDS = Object.keys(KIND_NAMES);
