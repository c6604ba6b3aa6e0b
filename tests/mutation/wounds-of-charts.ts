/** Semantic wounds: broken states and transitions. */
import { isMap } from 'yaml';
import type { KeyAt, ScalarAt, Target } from './target.ts';
import { cut, type InflictSense } from './wound.ts';

/** States below charts: a transition may only lead to a sibling. */
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

export const retargetTransition: InflictSense = (target, chance) => {
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

/** Redirects the only transition into a state back to its source. */
export const unreachable: InflictSense = (target, chance) => {
  const ways = transitions(target);
  const only = ways.filter(
    (way) => ways.filter((each) => each.path[1] === way.path[1] && each.value === way.value).length === 1,
  );
  const chosen = chance.oneOf(only.filter(({ path }) => path.includes('states')));
  if (!chosen) return undefined;
  const home = String(chosen.path[chosen.path.lastIndexOf('states') + 1]);
  return cut(target, [chosen.from, chosen.to], home, { kind: 'make a state unreachable', path: chosen.path });
};

export const cycle: InflictSense = (target, chance) => {
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
