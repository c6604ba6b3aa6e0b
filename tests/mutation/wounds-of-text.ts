/** Textual wounds: damage by typing, editors and copy-and-paste. */
import type { Chance } from './chance.ts';
import { type KeyAt, lastLine, type Target } from './target.ts';
import { cut, linesOf, type Wound } from './wound.ts';

export type Inflict = (target: Target, chance: Chance) => Wound | undefined;

/** Lines with content: neither empty nor a comment. */
const telling = ({ lines }: Target): number[] =>
  lines.flatMap((line, index) => (line.trim() === '' || line.trim().startsWith('#') ? [] : [index + 1]));

const pathAtLine = (target: Target, line: number) =>
  target.keys.find(({ keyFrom }) => target.lineOf(keyFrom) === line)?.path ??
  target.keys.findLast(({ keyFrom }) => target.lineOf(keyFrom) < line)?.path ??
  [];

const deleteLine: Inflict = (target, chance) => {
  const line = chance.oneOf(telling(target)) ?? 1;
  return cut(target, linesOf(target, line, line), '', { kind: 'delete a line', path: pathAtLine(target, line) });
};

const indentLine: Inflict = (target, chance) => {
  const line = chance.oneOf(telling(target)) ?? 1;
  const text = target.lines[line - 1] ?? '';
  const room = text.length - text.trimStart().length;
  const by = chance.oneOf(room >= 2 ? [-2, -1, 1, 2] : [1, 2]) ?? 1;
  const from = target.startOfLine(line);
  const kind = 'indent wrongly';
  const path = pathAtLine(target, line);
  return by > 0
    ? cut(target, [from, from], ' '.repeat(by), { kind, path })
    : cut(target, [from, from - by], '', { kind, path });
};

const indentBlock: Inflict = (target, chance) => {
  const blocks = target.keys.filter((key) => key.isBlock && lastLine(target, key) > target.lineOf(key.keyFrom));
  const key = chance.oneOf(blocks);
  if (!key) return undefined;
  const [first, last] = [target.lineOf(key.keyFrom), lastLine(target, key)];
  const by = ' '.repeat(1 + chance.upTo(2));
  const moved = target.lines.slice(first - 1, last).map((line) => (line === '' ? line : by + line));
  const range = linesOf(target, first, last);
  // A wrongly indented block is wrong from its first line on.
  const wound = cut(target, range, `${moved.join('\n')}\n`, { kind: 'indent a block wrongly', path: key.path });
  return { ...wound, to: first, ids: [key.key] };
};

const tab: Inflict = (target, chance) => {
  const line = chance.oneOf(telling(target).filter((each) => target.lines[each - 1]?.startsWith('  '))) ?? 1;
  const from = target.startOfLine(line);
  return cut(target, [from, from + 2], '\t', { kind: 'tab', path: pathAtLine(target, line) });
};

const quote: Inflict = (target, chance) => {
  const quoted = target.scalars.filter(
    ({ from, to }) => to - from > 2 && /^(['"]).*\1$/.test(target.text.slice(from, to)),
  );
  const plain = target.scalars.filter(({ isPlain, value }) => isPlain && typeof value === 'string');
  const chosen = chance.oneOf(chance.upTo(2) === 0 && quoted.length > 0 ? quoted : plain);
  if (!chosen) return undefined;
  const rest = { kind: 'broken quote', path: chosen.path };
  if (chosen.isPlain) return cut(target, [chosen.from, chosen.from], chance.oneOf(['"', "'"]) ?? '"', rest);
  const at = chance.oneOf([chosen.from, chosen.to - 1]) ?? chosen.from;
  return cut(target, [at, at + 1], '', rest);
};

const bracket: Inflict = (target, chance) => {
  const ends = [...target.text.matchAll(/[[\]{}]/g)].map(({ index }) => index);
  const at = chance.oneOf(ends.filter((each) => isOutsideText(target, each)));
  return at === undefined
    ? undefined
    : cut(target, [at, at + 1], '', { kind: 'broken bracket', path: pathAtLine(target, target.lineOf(at)) });
};

const isOutsideText = ({ scalars }: Target, at: number): boolean =>
  !scalars.some(({ from, to }) => from <= at && at < to);

const colon: Inflict = (target, chance) => {
  const key = chance.oneOf(target.keys);
  return key && cut(target, [key.keyTo, key.keyTo + 1], '', { kind: 'colon left out', path: key.path });
};

const yamlTag: Inflict = (target, chance) => {
  const scalar = chance.oneOf(target.scalars.filter(({ isPlain }) => isPlain));
  return (
    scalar &&
    cut(target, [scalar.from, scalar.from], chance.oneOf(['!x ', '!!js ', '*', '&a ']) ?? '!x ', {
      kind: 'tag or alias',
      path: scalar.path,
    })
  );
};

const duplicateKey: Inflict = (target, chance) => {
  const key = chance.oneOf(target.keys.filter(({ isBlock, path }) => isBlock && path.length > 1));
  if (!key) return undefined;
  // A key that follows a dash is on the same line.
  const first = target.lineOf(key.keyFrom);
  const indent = ' '.repeat(key.keyFrom - target.startOfLine(first));
  const last = lastLine(target, key);
  const again = target.text.slice(key.keyFrom, target.startOfLine(last + 1));
  const at = target.startOfLine(last + 1);
  const wound = cut(target, [at, at], indent + again, { kind: 'duplicate a key', path: key.path });
  return { ...wound, to: wound.from + again.trimEnd().split('\n').length - 1 };
};

const badId: Inflict = (target, chance) => {
  const ids = target.keys.filter(({ key, path }) => path.length === 2 && /^[a-z]/.test(key));
  const key: KeyAt | undefined = chance.oneOf(ids);
  if (!key) return undefined;
  const put = chance.oneOf([key.key.toUpperCase(), `${key.key}_`, `-${key.key}`]) ?? key.key.toUpperCase();
  return cut(target, [key.keyFrom, key.keyTo], put, { kind: 'an id that is none', path: key.path, ids: [key.key] });
};

export const WOUNDS_OF_TEXT: readonly Inflict[] = [
  deleteLine,
  indentLine,
  indentBlock,
  tab,
  quote,
  bracket,
  colon,
  yamlTag,
  duplicateKey,
  badId,
];
