/** Changed copies of a case: another name for a thing, other words for it, or a case without it. */
import type { CardSource } from '../../../../shared/cards/words.ts';
import { compileScenario } from '../../../../shared/scenario/compile-scenario.ts';
import type { Scenario } from '../../../../shared/scenario/schema/scenario.ts';

export type Tree = string | number | boolean | null | undefined | Tree[] | { [key: string]: Tree };

export const isRecord = (value: Tree): value is { [key: string]: Tree } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy in which the id has a new name, also within addresses; running text stays the same. */
export function renamed(value: Tree, id: string, to: string): Tree {
  const word = (text: string): string =>
    text.includes(' ') || text.includes('\n')
      ? text
      : text
          .split(/([.:/])/)
          .map((piece) => (piece === id ? to : piece))
          .join('');
  if (typeof value === 'string') return word(value);
  if (Array.isArray(value)) return value.map((one) => renamed(one, id, to));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [word(key), renamed(inner, id, to)]));
}

/** A copy without the id: no key, no entry of a list, and no entry whose address leads through it. */
export function without(value: Tree, id: string): Tree {
  const names = (text: Tree): boolean =>
    typeof text === 'string' && !text.includes(' ') && text.split(/[.:/]/).includes(id);
  if (Array.isArray(value)) return value.filter((one) => !names(one)).map((one) => without(one, id));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== id)
      .map(([key, inner]) => [key, without(inner, id)]),
  );
}

/** A copy in which every text has one more sentence, and every number is one greater. */
export function reworded(value: Tree): Tree {
  if (typeof value === 'string') return value.includes(' ') ? `${value} And something else.` : value;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return value.map(reworded);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reworded(inner)]));
}

/** The case with this change in the story and in its translations; the law pack stays. */
export function remade({ compiled, translations }: CardSource, change: (tree: Tree) => Tree): CardSource {
  const scenario = change(compiled.scenario as unknown as Tree) as unknown as Scenario;
  return {
    compiled: compileScenario(scenario, compiled.law, compiled.hash),
    translations: Object.fromEntries(
      Object.entries(translations).map(([language, tree]) => [language, change(tree as Tree) as typeof tree]),
    ),
  };
}
